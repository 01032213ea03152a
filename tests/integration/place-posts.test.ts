import { beforeEach, describe, expect, it } from "vitest";
import { previewMove } from "@/lib/delegates/batch-queries";
import { moveMany } from "@/lib/delegates/batch-service";
import { delegateFilters } from "@/lib/delegates/filters";
import { getDelegate, getRosterFrame } from "@/lib/delegates/queries";
import { changeStatus } from "@/lib/delegates/service";
import { listHistory } from "@/lib/histories/queries";
import { historyFilters } from "@/lib/histories/schema";
import { listCandidates, listPosts, listPostsOf } from "@/lib/place-posts/queries";
import type { PlaceOf } from "@/lib/place-posts/schema";
import { appoint, dismiss } from "@/lib/place-posts/service";
import { addDays, today } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { listDelegations } from "@/lib/terms/queries";
import { rowsOf } from "../support/committee";
import { enter, filled, newHouse, type House } from "../support/roster";

let house: House;
let ids: string[];
let cloud: PlaceOf;
let group: PlaceOf;

beforeEach(async () => {
  house = await newHouse();
  const person = (name: string, delegationId: string, unitId: string, groupId = "") => ({ values: filled({ name, delegationId, groupId }), unitId });
  ids = await enter(house, [person("丁岚", house.delegations.cloud, house.units.wanghu, house.groups.cloud), person("于洋", house.delegations.cloud, house.units.beigu), person("万里", house.delegations.north, house.units.beigu)]);
  cloud = { termId: house.termId, place: "delegation", placeId: house.delegations.cloud };
  group = { termId: house.termId, place: "group", placeId: house.groups.cloud };
});

const make = (i: number, kind: "HEAD" | "DEPUTY" | "LIAISON" = "HEAD", of = cloud, actor = house.office, fromOn = "2026-01-05") => appoint(actor, of, { delegateId: ids[i]!, kind, fromOn });
const now = async (of = cloud) => (await listPosts(house.office, of)).now.map((post) => [post.title, post.name]);
const move = async (i: number, delegationId: string) => {
  const filters = delegateFilters.parse({ pick: ids[i] });
  const { seal } = (await previewMove(house.office, filters, (await getRosterFrame(house.office))!, { delegationId }))!;
  return moveMany(house.office, filters, { delegationId }, seal);
};

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, "PlacePost");
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, "PlacePost")).toBe(before);
  return thrown as Refusal;
}

describe("who leads a delegation", () => {
  it("is appointed from its members, told on its page, the list and the record, and dismissed", async () => {
    await make(0);
    await make(1, "DEPUTY");
    await make(0, "HEAD", group);
    expect([await now(), await now(group)]).toEqual([[["团长", "丁岚"], ["副团长", "于洋"]], [["组长", "丁岚"]]]);
    expect((await listDelegations(house.office, house.termId)).map((row) => [row.name, row.head])).toEqual([["云帆代表团", "丁岚"], ["北固代表团", null]]);
    expect((await listPostsOf(house.office, ids[0]!)).map((post) => post.place + post.title)).toEqual(expect.arrayContaining(["云帆代表团团长", "第一小组组长"]));
    const [head] = (await listPosts(house.office, cloud)).now;
    await dismiss(house.office, cloud, { id: head!.id, untilOn: "2026-03-01" });
    await make(1, "LIAISON", cloud).then(() => expect.fail("holds a post"), (e: Refusal) => expect(e.fields.delegateId?.join()).toContain("副团长"));
    const { before } = await listPosts(house.office, cloud);
    expect(before.map((post) => [post.name, post.fromOn, post.untilOn])).toEqual([["丁岚", "2026-01-05", "2026-03-01"]]);
    const told = await listHistory(house.office, await getDelegate(house.office, ids[0]!), historyFilters.parse({}));
    expect(told.rows.slice(0, 3).map((row) => row.act)).toEqual(["免去团组职务", "任命团组职务", "任命团组职务"]);
    expect(told.rows[0]?.changes[0]).toEqual({ field: "团组职务", old: "云帆代表团团长", now: null });
  });

  it("gives way to whoever takes over, in one act and on one day", async () => {
    await make(0);
    await refused(() => appoint(house.office, cloud, { delegateId: ids[1]!, kind: "HEAD", fromOn: "2026-01-04", replace: true }));
    await appoint(house.office, cloud, { delegateId: ids[1]!, kind: "HEAD", fromOn: "2026-03-01", replace: true });
    expect(await now()).toEqual([["团长", "于洋"]]);
    expect((await listPosts(house.office, cloud)).before.map((post) => [post.name, post.untilOn])).toEqual([["丁岚", "2026-03-01"]]);
  });

  it("leads no longer once moved away or off the register, whichever way it happened", async () => {
    await make(0);
    await make(0, "HEAD", group);
    await make(1, "DEPUTY");
    await move(0, house.delegations.north);
    expect([await now(), await now(group)]).toEqual([[["副团长", "于洋"]], []]);
    await changeStatus(house.head, ids[1]!, (await getDelegate(house.office, ids[1]!)).version, "TRANSFER_OUT", { effectiveOn: today(), basis: "组织关系转出" });
    expect(await now()).toEqual([]);
    expect((await listPosts(house.office, cloud)).before.map((post) => post.untilOn)).toEqual([today(), today()]);
  });

  it("is one, also when two are appointed at once", async () => {
    const sent = await Promise.allSettled([make(0), make(1)]);
    expect(sent.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await now()).length).toBe(1);
  });

  it("is refused: a stranger, a second head, days out of order, and who is not the office", async () => {
    expect((await refused(() => make(2))).fields.delegateId?.join()).toContain("不在这个代表团");
    expect((await refused(() => make(0, "HEAD", cloud, house.office, addDays(today(), 1)))).fields.fromOn?.join()).toContain("今天");
    expect((await refused(() => make(0, "HEAD", cloud, house.office, "2025-12-30"))).fields.fromOn?.join()).toContain("2025-12-31");
    await make(0);
    expect((await refused(() => make(1))).fields.replace?.join()).toContain("丁岚");
    const [head] = (await listPosts(house.office, cloud)).now;
    await refused(() => dismiss(house.office, cloud, { id: head!.id, untilOn: "2026-01-04" }));
    await refused(() => dismiss(house.office, group, { id: head!.id, untilOn: "2026-03-01" }));
    for (const actor of [house.liaison, house.leader]) {
      await refused(() => make(1, "DEPUTY", cloud, actor), Forbidden);
      await refused(() => dismiss(actor, cloud, { id: head!.id, untilOn: "2026-03-01" }), Forbidden);
    }
    const other = await newHouse();
    await refused(() => make(1, "DEPUTY", cloud, other.office), NotFound);
    await dismiss(house.office, cloud, { id: head!.id, untilOn: "2026-03-01" });
    await refused(() => dismiss(house.office, cloud, { id: head!.id, untilOn: "2026-03-02" }));
  });

  it("from another unit is nobody a liaison learns of", async () => {
    await make(1);
    expect((await listPosts(house.liaison, cloud)).now).toEqual([]);
    expect((await listDelegations(house.liaison, house.termId)).map((row) => row.head)).toEqual([null]);
    expect((await listCandidates(house.liaison, cloud)).map((one) => one.name)).toEqual(["丁岚"]);
  });
});
