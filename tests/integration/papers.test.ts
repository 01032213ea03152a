import { beforeEach, describe, expect, it } from "vitest";
import { getDelegate } from "@/lib/delegates/queries";
import { listHistory } from "@/lib/histories/queries";
import { historyFilters } from "@/lib/histories/schema";
import { MOST_PAPERS, PAPER_LIMIT } from "@/lib/papers/labels";
import { countPapersOf, listCasePapers, listPapersOf } from "@/lib/papers/queries";
import type { PaperOf } from "@/lib/papers/schema";
import { attach, read, remove } from "@/lib/papers/service";
import { mint, type AccountActor } from "@/lib/platform/actor";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { getTermination } from "@/lib/terminations/queries";
import { propose, withdraw } from "@/lib/terminations/service";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const jpeg = (tail = 0) => ({ name: "会议纪要.jpg", bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, tail, 0xff, 0xd9]) });

let house: House;
let mine: string;
let theirs: string;

beforeEach(async () => {
  house = await newHouse();
  const person = (name: string, unitId: string) => ({ values: filled({ name, delegationId: house.delegations.cloud }), unitId });
  [mine = "", theirs = ""] = await enter(house, [person("云上客", house.units.wanghu), person("北山翁", house.units.beigu)]);
});

const statusOf = async (delegateId: string): Promise<PaperOf> => ({ delegateId, statusEventId: (await getDelegate(house.office, delegateId)).statusEvents[0]!.id });
const names = async (actor: AccountActor, id: string) => (await listPapersOf(actor, id)).map((paper) => paper.fileName);

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, "Paper");
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, "Paper")).toBe(before);
  return thrown as Refusal;
}

describe("the papers behind a status", () => {
  it("are kept sealed, handed out as they came, each time recorded, and taken out by the office", async () => {
    await attach(house.office, await statusOf(mine), jpeg(7));
    const [paper] = await listPapersOf(house.office, mine);
    expect([paper?.fileName, paper?.size, await countPapersOf(house.office, mine)]).toEqual(["会议纪要.jpg", 7, 1]);
    expect(await read(house.liaison, paper!.id)).toEqual({ name: "会议纪要.jpg", type: "image/jpeg", bytes: jpeg(7).bytes });
    const [row] = await ownerQuery<{ open: boolean }>(`SELECT position('\\xffd8ffe0'::bytea in content) > 0 AS open FROM "Paper" WHERE id = $1`, [paper!.id]);
    expect(row?.open).toBe(false);
    await refused(() => remove(house.office, paper!.id, "别的.jpg"));
    await remove(house.office, paper!.id, "会议纪要.jpg");
    expect(await names(house.office, mine)).toEqual([]);
    const d = await getDelegate(house.office, mine);
    expect((await listHistory(house.office, d, historyFilters.parse({}))).rows.slice(0, 3).map((row) => row.act)).toEqual(["删除依据附件", "下载依据附件", "上传依据附件"]);
    const self = mint<AccountActor>({ ...actorOf("DELEGATE", house.id), personId: d.personId });
    expect((await listHistory(self, d, historyFilters.parse({}))).rows.map((row) => row.act)).not.toContain("上传依据附件");
  });

  it("obey the rights of the record: another unit's are not there, leaders and delegates read none", async () => {
    await attach(house.office, await statusOf(theirs), jpeg());
    const [paper] = await listPapersOf(house.office, theirs);
    for (const actor of [house.liaison, house.leader, actorOf("DELEGATE", house.id), (await newHouse()).office]) {
      expect(await names(actor, theirs)).toEqual([]);
      await expect(read(actor, paper!.id)).rejects.toBeInstanceOf(NotFound);
      await refused(() => remove(actor, paper!.id, "会议纪要.jpg"), NotFound);
    }
    await attach(house.office, await statusOf(mine), jpeg());
    const [own] = await listPapersOf(house.liaison, mine);
    await refused(() => remove(house.liaison, own!.id, "会议纪要.jpg"), Forbidden);
    await refused(async () => attach(house.liaison, await statusOf(mine), jpeg()), Forbidden);
    await refused(async () => attach(house.leader, await statusOf(mine), jpeg()), Forbidden);
  });

  it("are refused when they are no photograph or PDF, too large, too many, or of another's status", async () => {
    const of = await statusOf(mine);
    expect((await refused(() => attach(house.office, of, { name: "会议纪要.pdf", bytes: new TextEncoder().encode("<html>") }))).message).toContain("PDF");
    const big = new Uint8Array(PAPER_LIMIT + 10);
    big.set([0xff, 0xd8, 0xff]);
    big.set([0xff, 0xd9], PAPER_LIMIT + 8);
    expect((await refused(() => attach(house.office, of, { name: "大.jpg", bytes: big }))).message).toContain("5 MB");
    await refused(async () => attach(house.office, { delegateId: mine, statusEventId: ((await statusOf(theirs)) as { statusEventId: string }).statusEventId }, jpeg()), NotFound);
    for (let i = 0; i < MOST_PAPERS; i += 1) await attach(house.office, of, jpeg(i));
    await refused(() => attach(house.office, of, jpeg()));
  });
});

describe("the papers of a termination case", () => {
  it("come with the proposal, also from its liaison, and with the decision from the office alone", async () => {
    const terminationId = await propose(house.liaison, { delegateId: mine, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定〔2026〕1号", proposedOn: "2026-01-20" });
    await attach(house.liaison, { terminationId }, jpeg());
    await attach(house.office, { terminationId }, { ...jpeg(), name: "处分决定.jpg" });
    expect((await listCasePapers(house.liaison, terminationId)).map((paper) => paper.fileName)).toEqual(["会议纪要.jpg", "处分决定.jpg"]);
    const { version } = await getTermination(house.office, terminationId);
    await withdraw(house.office, { id: terminationId, version }, "事实有误，撤回");
    await refused(() => attach(house.liaison, { terminationId }, jpeg()), Forbidden);
    await attach(house.office, { terminationId }, jpeg());
    expect((await listCasePapers(house.leader, terminationId)).length).toBe(0);
  });
});
