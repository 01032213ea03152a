import { v7 as newId } from "uuid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { delegateFilters } from "@/lib/delegates/filters";
import { countDelegates, getDelegate, getRosterFrame, listDelegates } from "@/lib/delegates/queries";
import { changeStatus, create, edit } from "@/lib/delegates/service";
import { delegateInput } from "@/lib/delegates/schema";
import { openPerson } from "@/lib/delegates/sealed";
import { writtenOf } from "@/lib/delegates/written";
import { distinguish, reconsider } from "@/lib/merges/distinction-service";
import { sweepMerges } from "@/lib/merges/job-service";
import { inOrder, getMerge, getPair, listDistinctions, listMerges } from "@/lib/merges/queries";
import { mergeInput, type MergeInput } from "@/lib/merges/schema";
import { merge } from "@/lib/merges/service";
import { undo } from "@/lib/merges/undo-service";
import type { Actor } from "@/lib/platform/actor";
import { setClock } from "@/lib/platform/clock";
import { Conflict, NotFound, Refusal } from "@/lib/platform/errors";
import { countFlawed, getQualityFrame } from "@/lib/quality/queries";
import { propose } from "@/lib/terminations/service";
import { addDelegation, openTerm } from "@/lib/terms/service";
import { actorOf, rowsOf } from "../support/committee";
import { plantActivity, plantParticipations } from "../support/activities-held";
import { ownerQuery } from "../support/database";
import { answers, cardOf, enter, filled, newHouse, type House } from "../support/roster";

const TABLES = ["Person", "Delegate", "DelegateStatusEvent", "PersonMerge", "PersonDistinction", "Account"];
const CARD = cardOf("19790405", 12);
const OTHER_CARD = cardOf("19790405", 14);

let house: House;
let oldTerm: string;
/** One human being twice: with a mandate in the present term, and with one in the former. */
let a: { delegate: string; person: string };
let b: { delegate: string; person: string };

const personIdOf = async (delegate: string) => (await getDelegate(house.office, delegate)).personId;

beforeEach(async () => {
  house = await newHouse();
  oldTerm = await openTerm(house.system, { level: "DISTRICT", ordinal: 5, name: "青澜区第五次党代会", congressFrom: null, congressTo: null, startsOn: "2020-12-31", endsOn: "2025-12-31", ageReferenceOn: null });
  const oldDelegation = await addDelegation(house.system, oldTerm, { name: "旧云帆代表团", unitId: house.units.yunfan });
  const mine = filled({ name: "云上客", idNumber: CARD, mobile: "10010001000", nativePlace: "江苏望澜", delegationId: house.delegations.cloud });
  const theirs = filled({ name: "云上客", idNumber: OTHER_CARD, joinedPartyOn: "2001.07", nativePlace: "浙江绍兴", delegationId: oldDelegation });
  const [first = ""] = await enter(house, [{ values: mine, unitId: house.units.wanghu }]);
  const [second = ""] = await enter({ ...house, termId: oldTerm }, [{ values: theirs, unitId: house.units.yunfan }]);
  a = { delegate: first, person: await personIdOf(first) };
  b = { delegate: second, person: await personIdOf(second) };
});

afterEach(() => setClock(null));

const asked = async (keep = a.person, drop = b.person, more: Partial<MergeInput> = {}): Promise<MergeInput> => {
  const pair = await getPair(house.office, keep, drop);
  return { ...mergeInput.parse({ keepId: keep, dropId: drop, keepVersion: pair.keep.version, dropVersion: pair.drop.version, grounds: "核对干部档案，系同一人" }), ...more };
};
const both = async (actor: Actor = house.office, more: Partial<MergeInput> = {}) => merge(actor, await asked(a.person, b.person, more));
const versionOf = async (id: string) => (await getMerge(house.office, id)).version;
const takeBack = async (id: string, actor: Actor = house.office) => undo(actor, { id, version: await versionOf(id) });
const people = () => ownerQuery<{ id: string; version: number }>(`SELECT id, version FROM "Person" WHERE "committeeId" = $1 ORDER BY id`, [house.id]);

/** The act must be refused with this error and leave every record exactly as it was. */
async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, ...TABLES);
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, ...TABLES)).toBe(before);
  return thrown as Refusal;
}

/** Everything of both persons but what counts changes: versions, the moments of writing, and fresh ciphers. */
async function facts() {
  const persons = await ownerQuery<Record<string, unknown>>(`SELECT * FROM "Person" WHERE "committeeId" = $1 ORDER BY id`, [house.id]);
  const opened = persons.map(({ version: _, idNumberCipher, mobileCipher, addressCipher, ...rest }) => ({ ...rest, ...openPerson({ id: String(rest.id), idNumberCipher, mobileCipher, addressCipher } as Parameters<typeof openPerson>[0]) }));
  const mandates = (await ownerQuery<Record<string, unknown>>(`SELECT * FROM "Delegate" WHERE "committeeId" = $1 ORDER BY id`, [house.id])).map(({ version: _, updatedAt: __, ...rest }) => rest);
  return JSON.stringify([opened, mandates, await rowsOf(house.id, "DelegateStatusEvent", "PersonDistinction", "Account")]);
}

async function account(personId: string): Promise<string> {
  const id = newId();
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "committeeId", "personId") VALUES ($1, $2, '云上客', 'x', $3, $4)`, [id, `m${id}`, house.id, personId]);
  return id;
}

async function third(name = "又一人", given: object = {}) {
  const [delegate = ""] = await enter(house, [{ values: filled({ name, delegationId: house.delegations.north, ...given }), unitId: house.units.beigu }]);
  return { delegate, person: await personIdOf(delegate) };
}

describe("two records of one person", () => {
  it("become one: each fact from the side chosen, mandates and accounts with the kept one, found by the new facts", async () => {
    const login = await account(b.person);
    const id = await both(house.office, { joinedPartyOn: "drop", idNumber: "drop" });
    const d = await getDelegate(house.office, b.delegate);
    expect([d.personId, (await getDelegate(house.office, a.delegate)).personId, (await people()).map((p) => p.id)]).toEqual([a.person, a.person, [a.person]]);
    expect(d.person).toMatchObject({ joinedPartyOn: "2001-07", nativePlace: "江苏望澜" });
    expect(openPerson(d.person)).toMatchObject({ idNumber: OTHER_CARD, mobile: "10010001000" });
    expect(await ownerQuery(`SELECT "personId" FROM "Account" WHERE id = $1`, [login])).toEqual([{ personId: a.person }]);
    const frame = (await getRosterFrame(house.office, { term: oldTerm }))!;
    expect((await listDelegates(house.office, delegateFilters.parse({ q: "1000" }), frame)).rows.map((r) => r.id)).toEqual([b.delegate]);
    expect(await getMerge(house.office, id)).toMatchObject({ keptName: "云上客", droppedName: "云上客", moved: 1, accountName: "沈文清", undoneAt: null });
  });

  it("are told in the audit by both names, masked, and in the history of each mandate", async () => {
    const id = await both(house.office, { idNumber: "drop" });
    const events = await ownerQuery<{ verb: string; targetId: string; targetName: string; changes: Record<string, unknown>; reason: string }>(`SELECT verb, "targetId", "targetName", changes, reason FROM "AuditEvent" WHERE "committeeId" = $1 AND verb IN ('merge.merge', 'delegate.merge') ORDER BY seq`, [house.id]);
    expect(events.map((e) => [e.verb, e.targetId, e.targetName])).toEqual([["merge.merge", id, "云上客、云上客"], ...[a.delegate, b.delegate].sort().map((d) => ["delegate.merge", d, "云上客"])]);
    expect(events[0]?.changes).toMatchObject({ droppedId: ["云上客，1979年4月", null], keptId: ["云上客", "云上客"] });
    expect(JSON.stringify(events)).not.toContain(CARD);
    expect(JSON.stringify(events)).not.toContain(OTHER_CARD);
  });

  it("are refused when one moved on since they were read, when they are two, or when a fact cannot be", async () => {
    const input = await asked();
    await edit(house.office, a.delegate, "1.1", writtenOf(delegateInput.parse(answers({ name: "云上客", birthMonth: "1979.04", idNumber: CARD, nativePlace: "江苏", delegationId: house.delegations.cloud, unitId: house.units.wanghu }))));
    expect((await refused(() => merge(house.office, input))).message).toContain("被修改");
    await distinguish(house.office, { keepId: b.person, dropId: a.person, grounds: "经单位核实" });
    expect((await refused(() => both())).message).toContain("不是同一人");
    const young = await third("云上客", { birthMonth: "2004.01", joinedPartyOn: "" });
    const input2 = await asked(b.person, young.person, { birthMonth: "drop" });
    expect((await refused(() => merge(house.office, input2))).fields.joinedPartyOn?.[0]).toContain("早于出生年月");
    await refused(async () => merge(house.office, { ...input, dropId: input.keepId }));
  });

  it("sealed nothing that lies open: what was before is kept as a cipher, and forgotten after a day", async () => {
    const id = await both();
    const [row] = await ownerQuery<{ beforeCipher: string }>(`SELECT "beforeCipher" FROM "PersonMerge" WHERE id = $1`, [id]);
    expect(Buffer.from(row?.beforeCipher ?? "", "base64url").toString("latin1")).not.toContain("nativePlace");
    await sweepMerges();
    expect((await ownerQuery<{ kept: boolean }>(`SELECT "beforeCipher" IS NOT NULL AS kept FROM "PersonMerge" WHERE id = $1`, [id]))[0]?.kept).toBe(true);
    setClock(() => new Date(Date.now() + 25 * 3_600_000));
    await sweepMerges();
    expect((await ownerQuery<{ kept: boolean }>(`SELECT "beforeCipher" IS NOT NULL AS kept FROM "PersonMerge" WHERE id = $1`, [id]))[0]?.kept).toBe(false);
  });
});

describe("everything that refers to a person", () => {
  it("is known to the merge: a new reference has to be added there", async () => {
    const refers = await ownerQuery<{ place: string }>(`SELECT c.conrelid::regclass::text || '.' || a.attname AS place FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey) WHERE c.contype = 'f' AND c.confrelid = '"Person"'::regclass ORDER BY 1`);
    expect(refers.map((r) => r.place)).toEqual(['"Account".personId', '"Delegate".personId', '"PersonDistinction".highId', '"PersonDistinction".lowId', '"PersonPhoto".personId']);
    const named = await ownerQuery<{ t: string }>(`SELECT table_name::text AS t FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'personId' ORDER BY 1`);
    // An import's entry only says what it wrote; its undo refuses rows that were merged since. Who has a photograph is not merged away.
    expect(named.map((r) => r.t)).toEqual(["Account", "Delegate", "PersonPhoto", "RosterImportEntry"]);
    const gone = await ownerQuery<{ t: string }>(`SELECT conrelid::regclass::text AS t FROM pg_constraint WHERE contype = 'f' AND confrelid = '"Delegate"'::regclass AND confdeltype = 'c' ORDER BY 1`);
    // Events, past rows and batches come back with an undo; of the others one alone keeps its mandate from being taken down.
    expect(gone.map((r) => r.t)).toEqual(['"DelegateBatchItem"', '"DelegatePast"', '"DelegateStatusEvent"', '"OwnConfirmation"', '"PlacePost"', '"PublicConsent"', '"Vacancy"']);
  });
});

describe("two mandates in one term", () => {
  let twin: { delegate: string; person: string };
  beforeEach(async () => {
    twin = await third("云上客", { birthMonth: "1979.04", sex: "1" });
  });
  const join = async (stays?: "keep" | "drop") => merge(house.office, await asked(a.person, twin.person, stays ? { stays } : {}));
  const onRegister = async () => countDelegates(house.office, delegateFilters.parse({}), (await getRosterFrame(house.office))!);

  it("wait until it is said whose stays; the other is taken down and comes back with the undo", async () => {
    const before = await facts();
    const told = (await refused(() => join())).fields.stays?.[0];
    expect(told).toContain("青澜区第六次党代会");
    expect(told).toContain("请选择留下哪一边的");
    const id = await join("drop");
    expect([await onRegister(), await personIdOf(twin.delegate)]).toEqual([1, a.person]);
    expect(await getMerge(house.office, id)).toMatchObject({ moved: 1, removed: 1 });
    await expect(getDelegate(house.office, a.delegate)).rejects.toBeInstanceOf(NotFound);
    await takeBack(id);
    expect([await onRegister(), await facts()]).toEqual([2, before]);
  });

  it("are not joined when the one to go has a history of its own", async () => {
    await propose(house.office, { delegateId: twin.delegate, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定", proposedOn: "2026-01-20" });
    expect((await refused(() => join("keep"))).fields.stays?.[0]).toContain("办理记录");
    await ownerQuery(`INSERT INTO "OwnConfirmation" (id, "committeeId", "delegateId", year) VALUES (gen_random_uuid(), $1, $2, 2026)`, [house.id, a.delegate]);
    expect((await refused(() => join("drop"))).fields.stays?.[0]).toContain("办理记录");
    await changeStatus(house.head, a.delegate, 1, "SUSPEND", { effectiveOn: "2026-01-10", basis: "区纪委立案", cause: "DISCIPLINARY_CASE" });
    expect((await refused(() => join("drop"))).fields.stays?.[0]).toContain("暂停履职");
  });
  it("are not joined when the one to go has a ledger of duties", async () => {
    await ownerQuery(`INSERT INTO "Duty" (id, "committeeId", "termId", "delegateId", "unitId", kind, origin, title, "heldOn", detail, "authorName", "updatedAt") SELECT gen_random_uuid(), "committeeId", "termId", id, "unitId", 'CONTACT', 'OWN', '走访党员', '2026-02-01', '{}', '云上客', now() FROM "Delegate" WHERE id = $1`, [twin.delegate]);
    expect((await refused(() => join("keep"))).fields.stays?.[0]).toContain("履职记录");
    await join("drop");
    expect((await getDelegate(house.office, twin.delegate)).personId).toBe(a.person);
  });
  it("are not joined when the one to go stands on the list of an activity", async () => {
    const { id } = await plantActivity(house, { state: "PUBLISHED", sessions: [{ startsAt: new Date("2026-12-01T01:00:00Z") }] });
    await plantParticipations(house, id, [twin.delegate]);
    expect((await refused(() => join("keep"))).fields.stays?.[0]).toContain("活动");
  });
  it("are both kept when one was left before the other began", async () => {
    await changeStatus(house.office, a.delegate, 1, "TRANSFER_OUT", { effectiveOn: "2026-01-10", basis: "组织关系转出" });
    await join();
    expect([(await getDelegate(house.office, a.delegate)).personId, (await getDelegate(house.office, twin.delegate)).personId]).toEqual([a.person, a.person]);
  });
  it("are not joined while the one to go leads a delegation, and come back with the batches they were part of", async () => {
    const of = await ownerQuery<{ d: string }>(`SELECT "delegationId" AS d FROM "Delegate" WHERE id = $1`, [twin.delegate]);
    await ownerQuery(`INSERT INTO "PlacePost" (id, "committeeId", "termId", "delegationId", "delegateId", kind, "fromOn") VALUES (gen_random_uuid(), $1, $2, $3, $4, 'HEAD', '2026-01-05')`, [house.id, house.termId, of[0]?.d, twin.delegate]);
    expect((await refused(() => join("keep"))).fields.stays?.[0]).toContain("办理记录");
    await ownerQuery(`DELETE FROM "PlacePost" WHERE "delegateId" = $1`, [twin.delegate]);
    await ownerQuery(`WITH b AS (INSERT INTO "DelegateBatch" (id, "committeeId", "termId", kind, wanted, done, skipped, "accountName") VALUES (gen_random_uuid(), $1, $2, 'NUMBER', '自 001 起', 1, 0, '沈文清') RETURNING id)
      INSERT INTO "DelegateBatchItem" SELECT id, $3, $1, 'DONE' FROM b`, [house.id, house.termId, twin.delegate]);
    const items = () => ownerQuery(`SELECT * FROM "DelegateBatchItem" WHERE "committeeId" = $1`, [house.id]);
    const before = await items();
    const id = await join("keep");
    expect(await items()).toEqual([]);
    await undo(house.office, { id, version: 1 });
    expect(await items()).toEqual(before);
  });
  it("come back with what they were on earlier days", async () => {
    await ownerQuery(`UPDATE "Delegate" SET position = '书记' WHERE id = $1`, [twin.delegate]);
    const pasts = () => ownerQuery(`SELECT * FROM "DelegatePast" WHERE "delegateId" = $1`, [twin.delegate]);
    const before = await pasts();
    expect(before).toHaveLength(1);
    const id = await join("keep");
    expect(await pasts()).toEqual([]);
    await undo(house.office, { id, version: 1 });
    expect(await pasts()).toEqual(before);
  });
  it("and a photograph: who has one is not merged away", async () => {
    await ownerQuery(`UPDATE "Person" SET "photoAt" = now() WHERE id = $1`, [twin.person]);
    expect((await refused(() => join("keep"))).message).toContain("照片");
  });
});

describe("at the same time", () => {
  it("crosswise merges of one pair lose nobody: one is done, the other told", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [there, back] = [await asked(a.person, b.person), await asked(b.person, a.person)];
      const ends = await Promise.allSettled([merge(house.office, there), merge(house.head, back)]);
      expect(ends.map((e) => e.status).sort()).toEqual(["fulfilled", "rejected"]);
      const lost = ends.find((e) => e.status === "rejected");
      expect((lost as PromiseRejectedResult).reason).toBeInstanceOf(Refusal);
      expect(await people()).toHaveLength(1);
      expect(await personIdOf(a.delegate)).toBe(await personIdOf(b.delegate));
      const done = ends.find((e) => e.status === "fulfilled") as PromiseFulfilledResult<string>;
      await takeBack(done.value);
      expect([await personIdOf(a.delegate), await personIdOf(b.delegate)]).toEqual([a.person, b.person]);
    }
  });

  it("three in a ring end with somebody holding every mandate", async () => {
    const c = await third("云上客", { birthMonth: "1979.04" });
    const ring = [await asked(a.person, b.person), await asked(b.person, c.person), await asked(c.person, a.person, { stays: "keep" })];
    const ends = await Promise.allSettled(ring.map((input) => merge(house.office, input)));
    expect(ends.some((e) => e.status === "fulfilled")).toBe(true);
    for (const end of ends) if (end.status === "rejected") expect(end.reason).toBeInstanceOf(Refusal);
    const lost = await ownerQuery(`SELECT d.id FROM "Delegate" d LEFT JOIN "Person" p ON p.id = d."personId" WHERE d."committeeId" = $1 AND p.id IS NULL`, [house.id]);
    expect(lost).toEqual([]);
    await getDelegate(house.office, b.delegate);
  });

  it("a merge and an edit of the same person do not overwrite one another", async () => {
    const input = await asked();
    const form = writtenOf(delegateInput.parse(answers({ name: "云上客", birthMonth: "1979.04", idNumber: CARD, nativePlace: "新籍贯", delegationId: house.delegations.cloud, unitId: house.units.wanghu })));
    const [merged, edited] = await Promise.allSettled([merge(house.office, input), edit(house.head, a.delegate, "1.1", form)]);
    const { nativePlace } = (await getDelegate(house.office, a.delegate)).person;
    expect([merged.status, edited.status, nativePlace]).toEqual(merged.status === "fulfilled" ? ["fulfilled", "rejected", "江苏望澜"] : ["rejected", "fulfilled", "新籍贯"]);
  });

  it("an undo twice takes back once", async () => {
    const id = await both();
    const version = await versionOf(id);
    const ends = await Promise.allSettled([undo(house.office, { id, version }), undo(house.head, { id, version })]);
    expect(ends.map((e) => e.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await people()).toHaveLength(2);
    expect((await refused(() => takeBack(id))).message).toContain("已经撤销");
  });
});

describe("an undo", () => {
  it("puts everything back: facts, mandates, accounts and decisions", async () => {
    await account(b.person);
    const c = await third();
    await distinguish(house.office, { keepId: b.person, dropId: c.person, grounds: "经单位核实" });
    const before = await facts();
    const id = await both(house.office, { name: "drop", idNumber: "drop", mobile: "drop", nativePlace: "drop" });
    expect((await listDistinctions(house.office, 1)).rows.map((r) => [r.low.id, r.high.id])).toEqual([Object.values(inOrder(a.person, c.person))]);
    expect(await facts()).not.toBe(before);
    await takeBack(id);
    expect(await facts()).toBe(before);
    expect(await getMerge(house.office, id)).toMatchObject({ undoableUntil: null });
  });

  it("may be followed by another merge, also the other way round", async () => {
    await takeBack(await both());
    await merge(house.office, await asked(b.person, a.person));
    expect((await people()).map((p) => p.id)).toEqual([b.person]);
    expect((await listMerges(house.office, 1)).total).toBe(2);
  });

  it.each([
    ["the facts were edited", "保留的人员资料又有改动", async () => {
      const d = await getDelegate(house.office, a.delegate);
      await edit(house.office, a.delegate, `${d.version}.${d.person.version}`, writtenOf(delegateInput.parse(answers({ name: "云上客", birthMonth: "1979.04", nativePlace: "他处", delegationId: house.delegations.cloud, unitId: house.units.wanghu }))));
    }],
    ["a moved mandate changed its status", "代表资格又有变动", async () => changeStatus(house.office, b.delegate, (await getDelegate(house.office, b.delegate)).version, "TRANSFER_OUT", { effectiveOn: "2026-01-10", basis: "组织关系转出" })],
    ["a mandate was added", "保留的人员资料又有改动", async () => {
      const next = await openTerm(house.system, { level: "DISTRICT", ordinal: 7, name: "青澜区第七次党代会", congressFrom: null, congressTo: null, startsOn: "2030-12-31", endsOn: "2035-12-31", ageReferenceOn: null });
      const delegationId = await addDelegation(house.system, next, { name: "新代表团", unitId: null });
      await create(house.office, next, filled({ name: "云上客", idNumber: CARD, delegationId }), { samePerson: "same", reviewBasis: null });
    }],
    ["the number of the dropped one went to somebody else", "登记在他人名下", async () => third("冒名者", { birthMonth: "1979.04", idNumber: OTHER_CARD })],
    ["the account was moved", "账号又改了", async () => ownerQuery(`UPDATE "Account" SET "personId" = NULL WHERE "committeeId" = $1`, [house.id])],
    ["the kept one was merged again", "又并入了他人", async () => merge(house.office, await asked((await third("云上客")).person, a.person, { stays: "drop" }))],
  ] as const)("is refused when %s", async (_, why, moveOn) => {
    await account(b.person);
    const id = await both();
    await moveOn();
    expect((await refused(() => takeBack(id))).message).toContain(why);
  });

  it("is refused after 24 hours and from a page of another day", async () => {
    const id = await both();
    await refused(() => undo(house.office, { id, version: 99 }), Conflict);
    setClock(() => new Date(Date.now() + 24 * 3_600_000 + 60_000));
    expect((await refused(() => takeBack(id))).message).toContain("24 小时");
  });
});

describe("not the same person", () => {
  it("is remembered, whichever way the pair is looked at, and can be taken back", async () => {
    const twin = await third("云上客", { birthMonth: "1979.04" });
    const frame = (await getQualityFrame(house.office))!;
    expect(await countFlawed(house.office, "sameName", frame)).toBe(2);
    await distinguish(house.office, { keepId: twin.person, dropId: a.person, grounds: "身份证号不同，经单位核实" });
    await distinguish(house.office, { keepId: twin.person, dropId: b.person, grounds: "身份证号不同，经单位核实" });
    expect(await countFlawed(house.office, "sameName", frame)).toBe(1);
    expect((await refused(() => distinguish(house.office, { keepId: a.person, dropId: twin.person, grounds: "再认定一次" }))).message).toContain("不必重复");
    const [row] = (await listDistinctions(house.office, 1)).rows.filter((r) => [r.low.id, r.high.id].includes(a.person));
    expect(row).toBeDefined();
    await reconsider(house.office, { keepId: a.person, dropId: twin.person });
    expect(await countFlawed(house.office, "sameName", frame)).toBe(2);
    expect((await refused(() => reconsider(house.office, { keepId: a.person, dropId: twin.person }))).message).toContain("不必撤销");
  });
});

describe("who may", () => {
  it("merge, undo, decide and read: the office of the committee, nobody else", async () => {
    const [input, pair] = [await asked(), { keepId: a.person, dropId: b.person, grounds: "经单位核实" }];
    const strangers: Actor[] = [house.liaison, house.leader, actorOf("DELEGATE", house.id), actorOf("SYSTEM_ADMIN", house.id), actorOf("OFFICE", (await newHouse()).id)];
    for (const actor of strangers) {
      await refused(() => merge(actor, input), NotFound);
      await refused(() => distinguish(actor, pair), NotFound);
      await refused(() => reconsider(actor, pair), NotFound);
      await expect(getPair(actor, a.person, b.person)).rejects.toBeInstanceOf(NotFound);
    }
    const id = await both(house.head);
    for (const actor of strangers) {
      await refused(() => undo(actor, { id, version: 1 }), NotFound);
      await expect(getMerge(actor, id)).rejects.toBeInstanceOf(NotFound);
      expect([(await listMerges(actor, 1)).total, (await listDistinctions(actor, 1)).total]).toEqual([0, 0]);
    }
  });

  it("sees numbers masked, and that they differ where their masks do not", async () => {
    const { fields } = await getPair(house.office, a.person, b.person);
    expect(fields.find((f) => f.field === "idNumber")).toEqual({ field: "idNumber", keep: `9901${"*".repeat(12)}${CARD.slice(-2)}`, drop: `9901${"*".repeat(12)}${OTHER_CARD.slice(-2)}`, same: false });
    expect(fields.find((f) => f.field === "birthMonth")).toEqual({ field: "birthMonth", keep: "1979年4月", drop: "1979年4月", same: true });
    await expect(getPair(house.office, a.person, a.person)).rejects.toBeInstanceOf(NotFound);
    await expect(getPair(house.office, a.person, "not-an-id")).rejects.toBeInstanceOf(NotFound);
  });
});
