import { readFileSync } from "node:fs";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import sharp from "sharp";
import { v7 as newId } from "uuid";
import { mint, type AccountActor, type Role } from "@/lib/platform/actor";
import { addDays, instantAt, today } from "@/lib/platform/clock";
import { delegateFilters } from "@/lib/delegates/filters";
import { setPhoto } from "@/lib/delegates/photo-service";
import { numbersInput } from "@/lib/delegates/schema";
import { runBatch } from "@/lib/registration-forms/job-service";
import { makeMany } from "@/lib/registration-forms/service";
import { distinguish } from "@/lib/merges/distinction-service";
import { mergeInput } from "@/lib/merges/schema";
import { merge } from "@/lib/merges/service";
import { runImport } from "@/lib/roster-imports/job-service";
import * as imports from "@/lib/roster-imports/service";
import { attach } from "@/lib/corrections/proof-service";
import { attach as attachFile } from "@/lib/letters/file-service";
import { getDraft } from "@/lib/letters/queries";
import { draftInput } from "@/lib/letters/schema";
import { draft } from "@/lib/letters/service";
import { dispatch } from "@/lib/messages/dispatch-service";
import { listMessages } from "@/lib/messages/queries";
import { spread } from "@/lib/messages/relay-service";
import { messageFilters } from "@/lib/messages/schema";
import { addFile } from "@/lib/activities/file-service";
import { submit } from "@/lib/corrections/service";
import { setTarget } from "@/lib/compositions/service";
import { listPapersOf } from "@/lib/papers/queries";
import { attach as attachPaper } from "@/lib/papers/service";
import { set as setRule } from "@/lib/rules/service";
import { listViews } from "@/lib/saved-views/queries";
import { save } from "@/lib/saved-views/service";
import { propose } from "@/lib/terminations/service";
import { addDelegation, openTerm } from "@/lib/terms/service";
import { cancel as cancelUnits, upload as uploadUnits } from "@/lib/unit-imports/service";
import { deactivate, establish } from "@/lib/units/service";
import { plantActivity, plantParticipations } from "../support/activities-held";
import { actorOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { cardOf, enter, filled, newHouse, type House } from "../support/roster";
import { opinionOf } from "./town-opinions";
import { contactOf, dutyOf, sheetGivenUp, sheetIn } from "./town-duties";
import { planLineOf, trainingOf } from "./town-trainings";
import { researchOf } from "./town-researches";

/** Somebody at the door: an account under one of its grants, or nobody. `stands` says what keeps an account from acting. */
export type Identity = { name: string; actor: AccountActor | null; accountId: string | null; stands: "stranger" | "firstPassword" | "noGrant" | "acting" };

/** Whose a record is, seen from the own unit of the first liaison. */
export const ownerships = ["own", "other", "archived", "foreign", "nowhere"] as const;
export type Ownership = (typeof ownerships)[number];
export type Subject =
  | "delegate" | "term" | "unit" | "account" | "rosterImport" | "unitImport" | "forms" | "accountBatch" | "delegation" | "group" | "target" | "termination" | "vacancy" | "correction" | "duty" | "contact" | "dutyImport" | "opinion" | "deadline" | "person" | "merge" | "batch" | "ruleSetting" | "substitution" | "savedView" | "paper" | "message" | "letter" | "draft" | "letterFile" | "audit" | "session" | "grant" | "activity" | "activityFile" | "activityGuest" | "participation" | "activitySession" | "research" | "finding" | "training" | "certificate" | "planLine";

const NAMES = { own: "云上客", other: "北山翁", archived: "旧雨亭", foreign: "邻县丞" };

/** One delegate of this name and number in a unit of a house. */
async function plantOne(house: House, name: string, unitId: string, delegationId: string, order: number) {
  const idNumber = cardOf("19790405", order);
  const values = filled({ name, delegationId, idNumber, mobile: `100${String(77_000_000 + order)}`, delegateNo: `M${order}` });
  const [id = ""] = await enter(house, [{ values, unitId }]);
  const [row] = await ownerQuery<{ personId: string }>(`SELECT "personId" FROM "Delegate" WHERE id = $1`, [id]);
  return { id, personId: row?.personId ?? "", name, numbers: [idNumber, `100${77_000_000 + order}`] };
}

async function plantAccount(committeeId: string, displayName: string, grants: { role: Role; unitId?: string }[], more: { personId?: string; first?: boolean; disabled?: boolean } = {}) {
  const id = newId();
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "mustChangePassword", "committeeId", "personId", "disabledAt") VALUES ($1, $2, $3, 'x', $4, $5, $6, $7)`,
    [id, `m${randomBytes(6).toString("hex")}`, displayName, more.first ?? false, committeeId, more.personId ?? null, more.disabled ? new Date() : null]);
  const ids: string[] = [];
  for (const { role, unitId } of grants) {
    const grantId = newId();
    await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId", "adminSeat") VALUES ($1, $2, $3::"Role", $4, $5, $6)`, [grantId, id, role, committeeId, unitId ?? null, role.endsWith("_ADMIN") ? true : null]);
    ids.push(grantId);
  }
  return { id, displayName, grants: ids };
}

type Seat = { name: string; role: Role; house: House; units?: string[]; personId?: string; first?: boolean };

async function identityOf({ name, role, house, units = [], personId, first }: Seat): Promise<Identity> {
  const displayName = `${name.slice(0, 2)}${role.length}某`;
  const account = await plantAccount(house.id, displayName, [{ role, ...(units[0] ? { unitId: units[0] } : {}) }], { ...(personId ? { personId } : {}), first: first ?? false });
  const actor = mint<AccountActor>({
    role, accountId: account.id, sessionId: "", grantId: account.grants[0] ?? "", name: displayName, committeeId: house.id, unitId: units[0] ?? null, unitIds: units,
    personId: personId ?? null, requestId: randomUUID(), address: null,
  });
  return { name, actor, accountId: account.id, stands: first ? "firstPassword" : "acting" };
}

/** A fresh sign-in of an account, written straight into the table; returns the token of its cookie. */
export async function openDoor(identity: Identity): Promise<string | null> {
  if (!identity.accountId) return null;
  const token = randomBytes(32).toString("base64url");
  await ownerQuery(`INSERT INTO "Session" (id, "tokenHash", "accountId", "grantId", "expiresAt") VALUES ($1, $2, $3, $4, now() + interval '6 hours')`,
    [newId(), createHash("sha256").update(token).digest("hex"), identity.accountId, identity.actor?.grantId ?? null]);
  return token;
}

const sessionOf = async (accountId: string | null) => {
  const id = newId();
  if (accountId) await ownerQuery(`INSERT INTO "Session" (id, "tokenHash", "accountId", "expiresAt") VALUES ($1, $2, $3, now() + interval '6 hours')`, [id, randomBytes(16).toString("hex"), accountId]);
  return id;
};

async function importInto(house: House, committing: Identity) {
  const actor = committing.actor as AccountActor;
  const id = await imports.upload(actor, house.termId, "矩阵花名册.xlsx", readFileSync("tests/fixtures/roster_small.xlsx"));
  await runImport(id);
  return id;
}

/** A list of units that waits to be confirmed, and one that was given up. */
const listIn = (office: Identity) => uploadUnits(office.actor as AccountActor, "矩阵党组织.csv", Buffer.from("名称,类别\n望湖社区党委,社区\n"));
async function givenUp(office: Identity) {
  const id = await listIn(office);
  await cancelUnits(office.actor as AccountActor, id);
  return id;
}

/** A photograph of somebody. */
async function photograph(office: Identity, id: string) {
  await setPhoto(office.actor as AccountActor, id, new Uint8Array(await sharp({ create: { width: 480, height: 640, channels: 3, background: "#405080" } }).jpeg().toBuffer()));
}

/** Forms of a whole roster, made and lying there for the one who asked. */
async function formsOf(asking: Identity) {
  const id = await makeMany(asking.actor as AccountActor, delegateFilters.parse({}), numbersInput.parse({}));
  await runBatch(id);
  return id;
}

/** Slips of first passwords that lie there for the one who asked. */
async function slipsOf(asking: Identity, house: House, delegateId: string) {
  const id = newId();
  await ownerQuery(`INSERT INTO "AccountBatch" (id, "committeeId", "termId", "accountId", "grantId", kind, "delegateIds", state, total, opened, "fileCipher", "expiresAt") VALUES ($1, $2, $3, $4, $5, 'OPEN', $6, 'DONE', 1, 1, '\\x00', now() + interval '1 day')`,
    [id, house.id, house.termId, asking.accountId, asking.actor?.grantId, [delegateId]]);
  return id;
}

/** A message to somebody, as the relay brings it. */
async function messageTo(reader: Identity) {
  const actor = reader.actor as AccountActor;
  await dispatch(actor, { key: newId(), kind: "notice", to: { accounts: [actor.accountId] }, variables: { title: "矩阵通知", text: "请于周五到会。", from: "区委组织部" } });
  await spread(100);
  return (await listMessages(actor, messageFilters.parse({}))).rows[0]?.id ?? "";
}

/** A draft with a file, and a letter that was sent. */
async function lettersOf(writer: Identity) {
  const actor = writer.actor as AccountActor;
  const write = () => draft(actor, draftInput.parse({ must: "know", title: "开会通知", text: "请于周五到会。", list: "scope=register" }));
  const [id, sent] = [await write(), await write()];
  await attachFile(actor, id, { name: "会议议程.pdf", bytes: new Uint8Array(Buffer.from("%PDF-1.4\n%%EOF\n")) });
  const file = (await getDraft(actor, id)).files[0]?.id ?? "";
  await ownerQuery(`UPDATE "Letter" SET "sentAt" = now() WHERE id = $1`, [sent]);
  return { id, sent, file };
}

/** An activity a unit has published with one delegate on its list, a material this delegate has opened, and a guest. */
async function activityOf(house: House, unitId: string, delegateId: string) {
  const [id, guest, participation, on] = [newId(), newId(), newId(), addDays(today(), 20)];
  await ownerQuery(`INSERT INTO "Activity" (id, "committeeId", "termId", "unitId", kind, state, entry, title, place, "startsAt", "endsAt", "replyBy", "authorName", "publishedAt", "updatedAt")
    VALUES ($1, $2, $3, $4, 'MEETING', 'PUBLISHED', 'INVITATION', '矩阵座谈会', '会议室', $5, $6, $7, '沈文清', now(), now())`, [id, house.id, house.termId, unitId, instantAt(on, "09:00"), instantAt(on, "11:00"), instantAt(addDays(on, -3), "18:00")]);
  await ownerQuery(`INSERT INTO "ActivitySession" (id, "committeeId", "activityId", position, "startsAt", "endsAt") VALUES ($1, $2, $3, 1, $4, $5)`, [newId(), house.id, id, instantAt(on, "09:00"), instantAt(on, "11:00")]);
  await ownerQuery(`INSERT INTO "Participation" (id, "committeeId", "activityId", "delegateId", "unitId", state, "updatedAt") VALUES ($1, $2, $3, $4, $5, 'INVITED', now())`, [participation, house.id, id, delegateId, unitId]);
  await ownerQuery(`INSERT INTO "ActivityGuest" (id, "committeeId", "activityId", name, kind) VALUES ($1, $2, $3, '会外某', 'EXPERT')`, [guest, house.id, id]);
  await addFile(house.office, id, { name: "会议议程.pdf", bytes: new Uint8Array(Buffer.from("%PDF-1.4\n%%EOF\n")) });
  const [file] = await ownerQuery<{ id: string }>(`SELECT id FROM "ActivityFile" WHERE "activityId" = $1`, [id]);
  await ownerQuery(`INSERT INTO "ActivityFileRead" ("fileId", "delegateId", "committeeId") VALUES ($1, $2, $3)`, [file?.id, delegateId, house.id]);
  return { id, guest, participation, file: file?.id ?? "" };
}

/** The seats of one committee and the ways of standing before the door without one. */
async function seatsOf(house: House, foreign: House, people: { own: string; other: string }, closed: string): Promise<Identity[]> {
  const { units } = house;
  const seats: Seat[] = [
    { name: "经办", role: "OFFICE", house }, { name: "部领导", role: "OFFICE_HEAD", house }, { name: "联络员", role: "UNIT_LIAISON", house, units: [units.yunfan, units.wanghu] },
    { name: "另一联络员", role: "UNIT_LIAISON", house, units: [units.beigu, closed] }, { name: "代表", role: "DELEGATE", house, personId: people.own }, { name: "另一代表", role: "DELEGATE", house, personId: people.other },
    { name: "区委领导", role: "LEADER", house }, { name: "承办单位", role: "HANDLING_UNIT", house, units: [units.beigu] }, { name: "督查室", role: "SUPERVISOR", house },
    { name: "系统管理员", role: "SYSTEM_ADMIN", house }, { name: "安全管理员", role: "SECURITY_ADMIN", house }, { name: "审计管理员", role: "AUDIT_ADMIN", house },
    { name: "邻区经办", role: "OFFICE", house: foreign }, { name: "初始口令", role: "OFFICE_HEAD", house, first: true },
  ];
  const identities: Identity[] = [];
  for (const seat of seats) identities.push(await identityOf(seat));
  const bare = await plantAccount(house.id, "无授权某", []);
  return [{ name: "未登录", actor: null, accountId: null, stands: "stranger" }, ...identities, { name: "未授权", actor: null, accountId: bare.id, stands: "noGrant" }];
}

/** Two records made one, and the one that stayed told apart from this person. */
async function mergeIn(house: House, apartFrom: string) {
  const { units, delegations } = house;
  const [keep, drop] = [await plantOne(house, "并存甲", units.beigu, delegations.north, 21), await plantOne(house, "并存乙", units.beigu, delegations.north, 22)];
  const id = await merge(house.office, { ...mergeInput.parse({ keepId: keep.personId, dropId: drop.personId, keepVersion: 1, dropVersion: 1, grounds: "核对干部档案" }), stays: "keep" });
  await distinguish(house.office, { keepId: keep.personId, dropId: apartFrom, grounds: "核对干部档案" });
  return { id, kept: keep.personId };
}

/** Two committees that never meet, one of them with two units, a former term, a closed unit, and somebody in every seat. */
export async function buildTown() {
  const [house, foreign] = [await newHouse(), await newHouse()];
  const { units, delegations, groups, termId } = house;
  const old = await openTerm(house.system, { level: "DISTRICT", ordinal: 5, name: "青澜区第五次党代会", congressFrom: null, congressTo: null, startsOn: "2020-12-31", endsOn: "2025-12-31", ageReferenceOn: null });
  const oldDelegation = await addDelegation(house.system, old, { name: "旧云帆代表团", unitId: units.yunfan });
  const own = await plantOne(house, NAMES.own, units.yunfan, delegations.cloud, 11);
  const other = await plantOne(house, NAMES.other, units.beigu, delegations.north, 12);
  const archived = await plantOne({ ...house, termId: old }, NAMES.archived, units.wanghu, oldDelegation, 13);
  const stranger = await plantOne(foreign, NAMES.foreign, foreign.units.yunfan, foreign.delegations.cloud, 14);
  await ownerQuery(`UPDATE "Delegate" SET status = 'TERM_ENDED' WHERE id = $1`, [archived.id]);
  const closed = await establish(house.system, { parentId: units.beigu, name: "已停用社区党委", kind: "COMMUNITY", isElecting: false, isHandling: false, activeFrom: "2001-03-01", basis: null });
  await deactivate(house.office, { id: closed, version: 1 }, { effectiveOn: "2024-01-01", basis: "撤销" }, false);
  const identities = await seatsOf(house, foreign, { own: own.personId, other: other.personId }, closed);
  const at = (name: string) => identities.find((i) => i.name === name) as Identity;
  for (const [office, id] of [["经办", own.id], ["经办", other.id], ["邻区经办", stranger.id]] as const) await photograph(at(office), id);
  const target = (of: House) => setTarget(of.system, { termId: of.termId, dimension: "sex:2", operator: "AT_LEAST", measure: "PERCENT", value: 280 });
  const [mine, theirs, done] = [await importInto(house, at("经办")), await importInto(foreign, at("邻区经办")), await importInto(house, at("经办"))];
  await imports.cancel(at("经办").actor as AccountActor, done);
  const [keptAccount, stoppedAccount, foreignAccount] = [await plantAccount(house.id, "被管某", [{ role: "LEADER" }]), await plantAccount(house.id, "已停某", [{ role: "LEADER" }], { disabled: true }), await plantAccount(foreign.id, "邻区某", [{ role: "LEADER" }])];
  const seq = async (committeeId: string) => String((await ownerQuery<{ seq: string }>(`SELECT min(seq) AS seq FROM "AuditEvent" WHERE "committeeId" = $1`, [committeeId]))[0]?.seq);
  const ending = (of: House, delegateId: string) => propose(of.office, { delegateId, cause: "MEMBERSHIP_STOPPED", grounds: "区纪委处分决定〔2026〕1号", proposedOn: "2026-01-20" });
  const vacancy = async (of: House, delegateId: string, unitId: string, delegationId: string) => {
    const id = newId();
    await ownerQuery(`INSERT INTO "Vacancy" (id, "committeeId", "termId", "unitId", "delegationId", "delegateId", "openedOn") VALUES ($1, $2, $3, $4, $5, $6, '2026-01-02')`, [id, of.id, of.termId, unitId, delegationId, delegateId]);
    return id;
  };
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xd9]);
  const asking = async (of: House, personId: string) => {
    const actor = mint<AccountActor>({ ...actorOf("DELEGATE", of.id), personId });
    const id = await submit(actor, { position: "主任", reason: "职务调整，有任免通知" });
    await attach(actor, id, { name: "任免通知.jpg", bytes: jpeg });
    return id;
  };
  const [joined, joinedThere] = [await mergeIn(house, archived.personId), await mergeIn(foreign, stranger.personId)];
  const batch = async (of: House) => {
    const id = newId();
    await ownerQuery(`INSERT INTO "DelegateBatch" (id, "committeeId", "termId", kind, wanted, done, skipped, "accountName") VALUES ($1, $2, $3, 'MOVE', '代表团：云帆代表团', 0, 0, '沈文清')`, [id, of.id, of.termId]);
    return id;
  };
  const view = async (by: Identity) => {
    const actor = by.actor as AccountActor;
    await save(actor, { list: "delegates", name: "共用的视图", query: "sex=2", shared: true });
    return (await listViews(actor, "delegates"))[0]?.id ?? "";
  };
  const ruleSetting = (by: Identity) => setRule(by.actor as AccountActor, { key: "deadline.toSupervisor", value: 8, unit: "WORKDAY", unitId: null, fromOn: addDays(today(), 30), reason: "按本区的规定办理", document: null, version: 0 });
  const substitution = async (committeeId: string, absent: { id: string; displayName: string; grants: string[] }, deputyId: string) => {
    const id = newId();
    await ownerQuery(`INSERT INTO "Substitution" (id, "committeeId", "grantId", "absentId", "absentName", role, scope, "deputyId", "deputyName", "fromOn", "toOn", reason, state, "askedAt") VALUES ($1, $2, $3, $4, $5, 'SUPERVISOR', '区委', $6, '代办某', current_date, current_date + 9, '外出学习', 'WAITING', now())`, [id, committeeId, absent.grants[0], absent.id, absent.displayName, deputyId]);
    return id;
  };
  const paperOf = async (of: House, delegateId: string) => {
    const [event] = await ownerQuery<{ id: string }>(`SELECT id FROM "DelegateStatusEvent" WHERE "delegateId" = $1 LIMIT 1`, [delegateId]);
    await attachPaper(of.office, { delegateId, statusEventId: event?.id ?? "" }, { name: "会议纪要.jpg", bytes: jpeg });
    return (await listPapersOf(of.office, delegateId))[0]?.id ?? "";
  };
  const [written, byLiaison, writtenThere] = [await lettersOf(at("经办")), await lettersOf(at("另一联络员")), await lettersOf(at("邻区经办"))];
  const clockOf = async (subjectId: string) => (await ownerQuery<{ id: string }>(`SELECT id FROM "Deadline" WHERE "subjectId" = $1 ORDER BY id LIMIT 1`, [subjectId]))[0]?.id ?? "";
  const asked = { own: await asking(house, own.personId), other: await asking(house, other.personId), foreign: await asking(foreign, stranger.personId) };
  const gathering = { own: await activityOf(house, units.yunfan, own.id), other: await activityOf(house, units.beigu, other.id), foreign: await activityOf(foreign, foreign.units.yunfan, stranger.id) };
  const sitting = async (of: House, unitId: string, delegateId: string) => {
    const { id, sessions: [session = ""] } = await plantActivity(of, { state: "PUBLISHED", unitId, sessions: [{ startsAt: new Date(), minutes: 300 }] });
    await plantParticipations(of, id, [delegateId]);
    return session;
  };
  const trained = { own: await trainingOf(house, units.yunfan, own.id, 1), other: await trainingOf(house, units.beigu, other.id, 2), foreign: await trainingOf(foreign, foreign.units.yunfan, stranger.id, 1) };
  const accountOf = (name: string) => at(name).accountId ?? "";
  const research = { own: await researchOf(house, units.yunfan, own.id, accountOf("代表")), other: await researchOf(house, units.beigu, other.id, accountOf("另一代表")), foreign: await researchOf(foreign, foreign.units.yunfan, stranger.id, accountOf("代表")) };
  const nowhere = newId();
  const records: Record<Subject, Partial<Record<Ownership, string>>> = {
    delegate: { own: own.id, other: other.id, archived: archived.id, foreign: stranger.id, nowhere },
    term: { own: termId, archived: old, foreign: foreign.termId, nowhere },
    unit: { own: units.yunfan, other: units.beigu, archived: closed, foreign: foreign.units.yunfan, nowhere },
    account: { own: keptAccount.id, archived: stoppedAccount.id, foreign: foreignAccount.id, nowhere },
    grant: { own: keptAccount.grants[0] ?? "", archived: stoppedAccount.grants[0] ?? "", foreign: foreignAccount.grants[0] ?? "", nowhere },
    rosterImport: { own: mine, archived: done, foreign: theirs, nowhere },
    unitImport: { own: await listIn(at("经办")), archived: await givenUp(at("经办")), foreign: await listIn(at("邻区经办")), nowhere },
    forms: { own: await formsOf(at("经办")), foreign: await formsOf(at("邻区经办")), nowhere },
    accountBatch: { own: await slipsOf(at("经办"), house, own.id), foreign: await slipsOf(at("邻区经办"), foreign, stranger.id), nowhere },
    delegation: { own: delegations.cloud, other: delegations.north, archived: oldDelegation, foreign: foreign.delegations.cloud, nowhere },
    group: { own: groups.cloud, other: groups.north, foreign: foreign.groups.cloud, nowhere },
    target: { own: await target(house), foreign: await target(foreign), nowhere },
    termination: { own: await ending(house, own.id), other: await ending(house, other.id), foreign: await ending(foreign, stranger.id), nowhere },
    vacancy: { own: await vacancy(house, own.id, units.yunfan, delegations.cloud), other: await vacancy(house, other.id, units.beigu, delegations.north), foreign: await vacancy(foreign, stranger.id, foreign.units.yunfan, foreign.delegations.cloud), nowhere },
    correction: { ...asked, nowhere },
    contact: { own: await contactOf(house, own.id), other: await contactOf(house, other.id), foreign: await contactOf(foreign, stranger.id), nowhere },
    duty: { own: await dutyOf(house, own.personId), other: await dutyOf(house, other.personId), foreign: await dutyOf(foreign, stranger.personId), nowhere },
    opinion: { own: await opinionOf(house, gathering.own.id, own, units.yunfan), other: await opinionOf(house, gathering.other.id, other, units.beigu), foreign: await opinionOf(foreign, gathering.foreign.id, stranger, foreign.units.yunfan), nowhere },
    dutyImport: { own: await sheetIn(at("经办").actor as AccountActor), archived: await sheetGivenUp(at("经办").actor as AccountActor), foreign: await sheetIn(at("邻区经办").actor as AccountActor), nowhere },
    deadline: { own: await clockOf(asked.own), other: await clockOf(asked.other), foreign: await clockOf(asked.foreign), nowhere },
    person: { own: own.personId, other: other.personId, archived: archived.personId, foreign: stranger.personId, nowhere },
    merge: { own: joined.id, foreign: joinedThere.id, nowhere },
    batch: { own: await batch(house), foreign: await batch(foreign), nowhere },
    substitution: { own: await substitution(house.id, keptAccount, stoppedAccount.id), foreign: await substitution(foreign.id, foreignAccount, foreignAccount.id), nowhere },
    ruleSetting: { own: await ruleSetting(at("经办")), foreign: await ruleSetting(at("邻区经办")), nowhere },
    savedView: { own: await view(at("经办")), foreign: await view(at("邻区经办")), nowhere },
    paper: { own: await paperOf(house, own.id), other: await paperOf(house, other.id), foreign: await paperOf(foreign, stranger.id), nowhere },
    message: { own: await messageTo(at("经办")), other: await messageTo(at("代表")), foreign: await messageTo(at("邻区经办")), nowhere },
    letter: { own: written.sent, other: byLiaison.sent, foreign: writtenThere.sent, nowhere }, draft: { own: written.id, other: byLiaison.id, foreign: writtenThere.id, nowhere },
    letterFile: { own: written.file, other: byLiaison.file, foreign: writtenThere.file, nowhere },
    participation: { own: gathering.own.participation, other: gathering.other.participation, foreign: gathering.foreign.participation, nowhere },
    activity: { own: gathering.own.id, other: gathering.other.id, foreign: gathering.foreign.id, nowhere },
    activitySession: { own: await sitting(house, units.yunfan, own.id), other: await sitting(house, units.beigu, other.id), foreign: await sitting(foreign, foreign.units.yunfan, stranger.id), nowhere },
    activityFile: { own: gathering.own.file, other: gathering.other.file, foreign: gathering.foreign.file, nowhere }, activityGuest: { own: gathering.own.guest, other: gathering.other.guest, foreign: gathering.foreign.guest, nowhere },
    planLine: { own: await planLineOf(house), foreign: await planLineOf(foreign), nowhere },
    training: { own: trained.own.training, other: trained.other.training, foreign: trained.foreign.training, nowhere }, certificate: { own: trained.own.certificate, other: trained.other.certificate, foreign: trained.foreign.certificate, nowhere },
    research: { own: research.own.id, other: research.other.id, foreign: research.foreign.id, nowhere }, finding: { own: research.own.finding, other: research.other.finding, foreign: research.foreign.finding, nowhere },
    audit: { own: await seq(house.id), foreign: await seq(foreign.id), nowhere: "999999999" },
    session: { own: await sessionOf(keptAccount.id), foreign: await sessionOf(foreignAccount.id), nowhere },
  };
  const twinOf = { own: joined.kept, other: joined.kept, archived: joined.kept, foreign: joinedThere.kept, nowhere: joined.kept };
  return { house, foreign, identities, records, twinOf, delegates: { own, other, archived, foreign: stranger }, termOf: { own: termId, other: termId, archived: old, foreign: foreign.termId, nowhere: termId } };
}

export type Town = Awaited<ReturnType<typeof buildTown>>;
