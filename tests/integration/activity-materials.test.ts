import { beforeEach, describe, expect, it } from "vitest";
import { listFiles, listReaders } from "@/lib/activities/file-queries";
import { addFile, openFile, removeFile } from "@/lib/activities/file-service";
import { listGuests } from "@/lib/activities/guest-queries";
import { addGuest, removeGuest } from "@/lib/activities/guest-service";
import { MOST_FILES } from "@/lib/activities/labels";
import { listForPaper } from "@/lib/activities/print-queries";
import { planInput, planOf } from "@/lib/activities/schema";
import { plan } from "@/lib/activities/service";
import { mint, type AccountActor } from "@/lib/platform/actor";
import { addDays, today } from "@/lib/platform/clock";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { actorOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

const DAY = addDays(today(), 20);
const pdf = (text = "") => ({ name: "会议 议程.exe.pdf", bytes: new Uint8Array(Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`)) });

let house: House;
let ids: string[];
let activityId: string;
let stranger: AccountActor;

beforeEach(async () => {
  house = await newHouse();
  ids = await enter(house, [["云上客", house.delegations.cloud, house.units.wanghu], ["北山翁", house.delegations.north, house.units.beigu]].map(([name = "", delegationId = "", unitId = ""]) => ({ values: filled({ name, delegationId }), unitId })));
  activityId = await plan(house.office, planOf(planInput.parse({ unitId: house.units.yunfan, kind: "MEETING", entry: "OBLIGATION", title: "座谈会", place: "会议室", day1: DAY, from1: "09:00", to1: "11:00" })));
  stranger = actorOf("UNIT_LIAISON", house.id, [house.units.beigu]);
});

async function list(delegateId: string, state = "ACCEPTED"): Promise<void> {
  await ownerQuery(`INSERT INTO "Participation" (id, "committeeId", "activityId", "delegateId", "unitId", state, "updatedAt") SELECT gen_random_uuid(), "committeeId", $1, id, "unitId", $3::"ParticipationState", now() FROM "Delegate" WHERE id = $2`, [activityId, delegateId, state]);
}
async function asDelegate(delegateId: string): Promise<AccountActor> {
  const [row] = await ownerQuery<{ personId: string }>(`SELECT "personId" FROM "Delegate" WHERE id = $1`, [delegateId]);
  return mint<AccountActor>({ ...actorOf("DELEGATE", house.id), personId: row?.personId ?? "" });
}
const publish = () => ownerQuery(`UPDATE "Activity" SET state = 'PUBLISHED' WHERE id = $1`, [activityId]);
const fileOf = async () => (await listFiles(house.office, activityId)).files[0]?.id ?? "";

describe("materials", () => {
  it("are kept sealed under a name of what they are, and come back as they were", async () => {
    await addFile(house.office, activityId, pdf("涉及代表的材料"));
    const [row] = await ownerQuery<{ content: Buffer }>(`SELECT content FROM "ActivityFile" WHERE "activityId" = $1`, [activityId]);
    expect(row?.content.includes("%PDF")).toBe(false);
    const opened = await openFile(house.office, await fileOf());
    expect([opened.name, opened.type, Buffer.from(opened.bytes).toString()]).toEqual(["会议 议程.pdf", "application/pdf", Buffer.from(pdf("涉及代表的材料").bytes).toString()]);
  });
  it("are no longer for whoever was struck off the list", async () => {
    await addFile(house.office, activityId, pdf());
    await list(ids[0] ?? "", "CANCELLED");
    await publish();
    const [struck, file] = [await asDelegate(ids[0] ?? ""), await fileOf()];
    await expect(openFile(struck, file)).rejects.toBeInstanceOf(NotFound);
    await ownerQuery(`UPDATE "Participation" SET state = 'ACCEPTED' WHERE "activityId" = $1`, [activityId]);
    expect((await openFile(struck, file)).type).toBe("application/pdf");
  });
  it("refuse what is no paper, an eleventh, and who does not organise", async () => {
    await expect(addFile(house.office, activityId, { name: "议程.pdf", bytes: new Uint8Array(Buffer.from("MZ")) })).rejects.toBeInstanceOf(Refusal);
    await expect(addFile(stranger, activityId, pdf())).rejects.toBeInstanceOf(NotFound);
    await publish();
    await expect(addFile(house.leader, activityId, pdf())).rejects.toBeInstanceOf(Forbidden);
    for (let n = 1; n < MOST_FILES; n += 1) await addFile(house.liaison, activityId, pdf());
    const both = await Promise.allSettled([addFile(house.office, activityId, pdf()), addFile(house.office, activityId, pdf())]);
    expect([both.map((b) => b.status).sort(), (await listFiles(house.office, activityId)).files.length]).toEqual([["fulfilled", "rejected"], MOST_FILES]);
  });
  it("tell who of the list has opened them first, and when; looking by others counts for nobody", async () => {
    await addFile(house.office, activityId, pdf());
    const [first = "", second = ""] = ids;
    await list(first);
    await list(second);
    await publish();
    const fileId = await fileOf();
    for (const actor of [house.office, house.leader, await asDelegate(first), await asDelegate(first)]) await openFile(actor, fileId);
    expect(await listFiles(house.office, activityId)).toMatchObject({ heads: 2, files: [{ read: 1 }] });
    const readers = async (actor: AccountActor, read: boolean) => (await listReaders(actor, { activityId, fileId, read, page: 1 })).rows.map((r) => r.name);
    expect([await readers(house.office, true), await readers(house.office, false), await readers(house.liaison, true), await readers(house.liaison, false)]).toEqual([["云上客"], ["北山翁"], ["云上客"], []]);
    await ownerQuery(`UPDATE "Participation" SET state = 'CANCELLED' WHERE "delegateId" = $1`, [second]);
    expect(await listFiles(house.office, activityId)).toMatchObject({ heads: 1 });
  });
  it("are unknown to a delegate who is not on the list, and while nothing is published", async () => {
    await addFile(house.office, activityId, pdf());
    const fileId = await fileOf();
    await list(ids[0] ?? "");
    await expect(openFile(await asDelegate(ids[0] ?? ""), fileId)).rejects.toBeInstanceOf(NotFound);
    await publish();
    await expect(openFile(await asDelegate(ids[1] ?? ""), fileId)).rejects.toBeInstanceOf(NotFound);
    expect(await ownerQuery(`SELECT 1 FROM "ActivityFileRead" WHERE "fileId" = $1`, [fileId])).toEqual([]);
  });
  it("go by the name that was shown", async () => {
    await addFile(house.office, activityId, pdf());
    const fileId = await fileOf();
    await expect(removeFile(house.office, fileId, "别的.pdf")).rejects.toBeInstanceOf(Refusal);
    expect(await removeFile(house.liaison, fileId, "会议 议程.pdf")).toBe(activityId);
    expect((await listFiles(house.office, activityId)).files).toEqual([]);
  });
});

describe("guests and papers", () => {
  it("lists people from outside once, and takes them off by name", async () => {
    const guest = { name: "章向阳", kind: "DEPUTY" as const, organization: "区人大代表" };
    await addGuest(house.office, activityId, guest);
    await expect(addGuest(house.office, activityId, guest)).rejects.toMatchObject({ fields: { name: [expect.any(String)] } });
    await expect(addGuest(stranger, activityId, guest)).rejects.toBeInstanceOf(NotFound);
    const [row] = await listGuests(house.office, activityId);
    expect([row?.name, await listGuests(stranger, activityId)]).toEqual(["章向阳", []]);
    await expect(removeGuest(house.office, row?.id ?? "", "别人")).rejects.toBeInstanceOf(Refusal);
    expect(await removeGuest(house.office, row?.id ?? "", "章向阳")).toBe(activityId);
    await ownerQuery(`UPDATE "Activity" SET state = 'CANCELLED', "cancelledAt" = now(), "cancelReason" = '改期' WHERE id = $1`, [activityId]);
    await expect(addGuest(house.office, activityId, guest)).rejects.toThrow("已取消");
  });
  it("prints whoever may still come, by delegation, and to a liaison the own alone", async () => {
    const [first = "", second = ""] = ids;
    await list(second, "INVITED");
    await list(first, "LEAVE_GRANTED");
    expect((await listForPaper(house.office, activityId)).map((p) => [p.name, p.delegation, p.state])).toEqual([["云上客", "云帆代表团", "LEAVE_GRANTED"], ["北山翁", "北固代表团", "INVITED"]]);
    expect((await listForPaper(house.liaison, activityId)).map((p) => p.name)).toEqual(["云上客"]);
    await ownerQuery(`UPDATE "Participation" SET state = 'DECLINED' WHERE "delegateId" = $1`, [second]);
    expect((await listForPaper(house.office, activityId)).map((p) => p.name)).toEqual(["云上客"]);
  });
});
