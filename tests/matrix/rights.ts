// The rights of the platform, row by row: which page, file or act is for whom. What is said here is held against the
// built program by pages.test.ts and acts.test.ts and published as docs/rights.md; powers come from the policies themselves.
import * as accounts from "@/lib/accounts/policy";
import * as activities from "@/lib/activities/policy";
import * as calendars from "@/lib/calendars/policy";
import * as certificates from "@/lib/certificates/policy";
import * as compositions from "@/lib/compositions/policy";
import * as corrections from "@/lib/corrections/policy";
import * as deadlines from "@/lib/deadlines/policy";
import * as delegateAccounts from "@/lib/delegate-accounts/policy";
import * as delegates from "@/lib/delegates/policy";
import * as contacts from "@/lib/contacts/policy";
import * as duties from "@/lib/duties/policy";
import * as dutyImports from "@/lib/duty-imports/policy";
import * as grants from "@/lib/grants/policy";
import * as letters from "@/lib/letters/policy";
import * as jobs from "@/lib/jobs/policy";
import * as merges from "@/lib/merges/policy";
import * as messages from "@/lib/messages/policy";
import * as imports from "@/lib/roster-imports/policy";
import * as forms from "@/lib/registration-forms/policy";
import * as terminations from "@/lib/terminations/policy";
import * as opinions from "@/lib/opinions/policy";
import * as papers from "@/lib/papers/policy";
import * as posts from "@/lib/place-posts/policy";
import * as researches from "@/lib/researches/policy";
import * as rules from "@/lib/rules/policy";
import * as views from "@/lib/saved-views/policy";
import * as schedules from "@/lib/schedules/policy";
import * as substitutions from "@/lib/substitutions/policy";
import * as trainingPlans from "@/lib/training-plans/policy";
import * as terms from "@/lib/terms/policy";
import * as vacancies from "@/lib/vacancies/policy";
import * as reorganizations from "@/lib/reorganizations/policy";
import * as unitImports from "@/lib/unit-imports/policy";
import * as units from "@/lib/units/policy";
import type { AccountActor, Role } from "@/lib/platform/actor";
import { addDays, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { DutyOrigin } from "@/prisma/client/enums";
import type { Ownership, Subject, Town } from "./town";

export const ROLES: Role[] = ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON", "DELEGATE", "LEADER", "HANDLING_UNIT", "SUPERVISOR", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"];
const OFFICE: Role[] = ["OFFICE", "OFFICE_HEAD"];
const STAFF: Role[] = [...OFFICE, "UNIT_LIAISON"];
const CLOCKED: Role[] = [...STAFF, "HANDLING_UNIT", "SUPERVISOR"];
const LEADING: Role[] = ["LEADER", "SUPERVISOR"];
const SEATS: Role[] = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"];

/** "anyone" needs no sign-in; "door" pages send whoever is signed in on; "holder" is every account, also with a first password. */
export type For = Role[] | "anyone" | "door" | "holder";
export type PageRight = { route: string; for: For; of?: Subject; rest?: Record<string, string> };

const page = (route: string, who: For, of?: Subject, rest?: Record<string, string>): PageRight => ({ route, for: who, ...(of ? { of } : {}), ...(rest ? { rest } : {}) });

export const pages: PageRight[] = [
  page("/accessibility", "anyone"), page("/login", "door"), page("/login/no-grant", "door"), page("/", "door"),
  page("/account", ROLES), page("/account/sessions", ROLES), page("/account/password", "holder"),
  page("/messages", ROLES), page("/messages/[id]", ROLES, "message"), page("/messages/new", STAFF), page("/messages/sent", STAFF), page("/messages/sent/[id]", STAFF, "letter"),
  page("/tasks", ROLES), page("/deadlines", CLOCKED), page("/deadlines/[id]", CLOCKED, "deadline"), page("/schedule", [...STAFF, "DELEGATE", "LEADER"]), page("/system/jobs", ["SYSTEM_ADMIN"]),
  page("/my", ["DELEGATE"]), page("/my/profile", ["DELEGATE"]), page("/my/profile/consents", ["DELEGATE"]), page("/my/profile/history", ["DELEGATE"]),
  page("/my/profile/corrections", ["DELEGATE"]), page("/my/profile/corrections/new", ["DELEGATE"]), page("/my/profile/corrections/[id]", ["DELEGATE"], "correction"),
  page("/my/duties", ["DELEGATE"]), page("/my/duties/new", ["DELEGATE"]), page("/my/duties/[id]", ["DELEGATE"], "duty"), page("/my/opinions", ["DELEGATE"]), page("/my/opinions/new", ["DELEGATE"]), page("/my/opinions/[id]", ["DELEGATE"], "opinion"), page("/my/activities", ["DELEGATE"]), page("/my/activities/[id]", ["DELEGATE"], "activity"), page("/desk", ["HANDLING_UNIT"]),
  page("/overview", LEADING), page("/overview/composition", ["LEADER"]), page("/overview/delegates", ["LEADER"]), page("/overview/delegates/[id]", ["LEADER"], "delegate"),
  page("/manage", STAFF), page("/manage/composition", STAFF), page("/manage/composition/print", STAFF), page("/manage/composition/targets", OFFICE),
  page("/manage/delegates", STAFF), page("/manage/delegates/print", STAFF), page("/manage/delegates/export", STAFF), page("/manage/delegates/views", STAFF), page("/manage/delegates/new", OFFICE), page("/manage/delegates/[id]", STAFF, "delegate"),
  page("/manage/delegates/[id]/edit", OFFICE, "delegate"), page("/manage/delegates/[id]/reveal", STAFF, "delegate"), page("/manage/delegates/[id]/status", OFFICE, "delegate"),
  page("/manage/delegates/move", OFFICE), page("/manage/delegates/numbers", OFFICE), page("/manage/delegates/order", OFFICE), page("/manage/delegates/batches", OFFICE), page("/manage/delegates/batches/[id]", OFFICE, "batch"),
  page("/manage/delegates/forms", STAFF), page("/manage/delegates/forms/[id]", STAFF, "forms"), page("/manage/delegates/[id]/form", STAFF, "delegate"),
  page("/manage/delegates/accounts", OFFICE), page("/manage/delegates/accounts/new", OFFICE), page("/manage/delegates/accounts/[id]", OFFICE, "accountBatch"), page("/manage/delegates/[id]/account", OFFICE, "delegate"), page("/manage/delegates/import", OFFICE), page("/manage/delegates/import/[id]", OFFICE, "rosterImport"),
  page("/manage/delegates/[id]/papers", STAFF, "delegate"), page("/manage/delegates/[id]/terminate", STAFF, "delegate"), page("/manage/terminations", STAFF), page("/manage/terminations/[id]", STAFF, "termination"),
  page("/manage/activities/[id]/attendance", STAFF, "activity"), page("/manage/activities/[id]/attendance/import", STAFF, "activity"), page("/manage/activities/[id]/screen", STAFF, "activity"),
  page("/manage/activities/[id]/certificates", STAFF, "training"), page("/manage/trainings", STAFF), page("/manage/trainings/hours", STAFF), page("/my/trainings", ["DELEGATE"]),
  page("/my/sign-in", ["DELEGATE"]), page("/my/sign-in/[id]", ["DELEGATE"], "activitySession"), page("/my/attendance", ["DELEGATE"]),
  page("/manage/delegates/[id]/attendance", STAFF, "delegate"), page("/overview/delegates/[id]/attendance", ["LEADER"], "delegate"), page("/manage/units/[id]/attendance", STAFF, "unit"),
  page("/manage/vacancies", STAFF), page("/manage/vacancies/[id]", STAFF, "vacancy"), page("/manage/vacancies/[id]/elect", OFFICE, "vacancy"),
  page("/manage/corrections", STAFF), page("/manage/corrections/[id]", STAFF, "correction"),
  page("/manage/duties", STAFF), page("/manage/duties/new", ["UNIT_LIAISON"]), page("/manage/duties/[id]", STAFF, "duty"), page("/manage/duties/import", OFFICE), page("/manage/duties/import/[id]", OFFICE, "dutyImport"),
  page("/manage/activities", STAFF), page("/manage/activities/new", STAFF), page("/manage/activities/[id]", STAFF, "activity"), page("/manage/activities/[id]/edit", STAFF, "activity"), page("/manage/activities/[id]/files", STAFF, "activity"),
  page("/manage/opinions", STAFF), page("/manage/opinions/[id]", STAFF, "opinion"), page("/manage/activities/[id]/opinions", STAFF, "activity"), page("/manage/activities/[id]/guests", STAFF, "activity"), page("/manage/activities/[id]/participants", STAFF, "activity"), page("/manage/activities/[id]/participants/[participation]", STAFF, "participation"),
  page("/manage/activities/[id]/participants/invite", STAFF, "activity"), page("/manage/activities/[id]/participants/invite/confirm", STAFF, "activity"), page("/manage/activities/[id]/print", STAFF, "activity"), page("/overview/activities", ["LEADER"]), page("/overview/activities/[id]", ["LEADER"], "activity"),
  page("/manage/activities/[id]/research", STAFF, "research"), page("/manage/researches", STAFF), page("/manage/researches/new", STAFF), page("/my/researches", ["DELEGATE"]), page("/my/researches/[id]", ["DELEGATE"], "research"), page("/overview/researches", ["LEADER"]), page("/overview/researches/[id]", ["LEADER"], "research"),
  page("/manage/quality", STAFF), page("/manage/quality/[kind]", STAFF, undefined, { kind: "mobile" }), page("/manage/quality/merges", OFFICE), page("/manage/quality/merges/new", OFFICE), page("/manage/quality/merges/[id]", OFFICE, "merge"),
  page("/manage/terms", STAFF), page("/manage/terms/new", OFFICE), page("/manage/terms/[id]", STAFF, "term"), page("/manage/terms/[id]/edit", OFFICE, "term"),
  page("/manage/terms/[id]/current", ["OFFICE_HEAD"], "term"), page("/manage/terms/[id]/change", ["OFFICE_HEAD"], "term"), page("/manage/terms/[id]/delegations/[delegation]", STAFF, "delegation"), page("/manage/terms/[id]/groups/[group]", STAFF, "group"),
  page("/manage/gaps", STAFF), page("/manage/contacts", STAFF), page("/manage/contacts/list", STAFF), page("/manage/contacts/[id]", STAFF, "contact"), page("/manage/delegates/[id]/contacts", STAFF, "delegate"), page("/my/contacts", ["DELEGATE"]), page("/my/contacts/new", ["DELEGATE"]), page("/my/contacts/[id]", ["DELEGATE"], "contact"), page("/manage/calendar", OFFICE), page("/manage/rules", OFFICE), page("/manage/rules/[key]", OFFICE, undefined, { key: "termination.file" }), page("/manage/messages/templates", OFFICE), page("/manage/messages/templates/[kind]", OFFICE, undefined, { kind: "notice" }), page("/manage/units", STAFF), page("/manage/units/new", OFFICE), page("/manage/units/[id]", STAFF, "unit"), page("/manage/units/[id]/[act]", OFFICE, "unit", { act: "rename" }),
  page("/manage/units/[id]/merge", OFFICE, "unit"), page("/manage/units/[id]/split", OFFICE, "unit"), page("/manage/units/import", OFFICE), page("/manage/units/import/[id]", OFFICE, "unitImport"),
  page("/system", SEATS), page("/system/accounts", ["SYSTEM_ADMIN"]), page("/system/accounts/new", ["SYSTEM_ADMIN"]), page("/system/accounts/many", ["SYSTEM_ADMIN"]), page("/system/accounts/[id]", ["SYSTEM_ADMIN"], "account"),
  page("/system/accounts/[id]/password", ["SYSTEM_ADMIN"], "account"), page("/system/grants", ["SECURITY_ADMIN"]), page("/system/grants/waiting", ["SECURITY_ADMIN"]), page("/system/grants/[id]", ["SECURITY_ADMIN"], "account"),
  page("/system/audit", ["AUDIT_ADMIN"]), page("/system/audit/[seq]", ["AUDIT_ADMIN"], "audit"),
];

/** Files and addresses that are no page. `file` rows ask policy as an act does: what may not be known is missing, the rest forbidden. */
export const routes: { route: string; method: "GET" | "POST"; may: (actor: AccountActor) => boolean; of?: Subject }[] = [
  { route: "/manage/composition/export", method: "GET", may: (a) => compositions.may(a, "export", { committeeId: a.committeeId }) },
  { route: "/manage/delegates/export/file", method: "POST", may: (a) => delegates.may(a, "export", { committeeId: a.committeeId }) },
  { route: "/manage/delegates/[id]/photo", method: "GET", may: (a) => [...STAFF, "LEADER", "DELEGATE"].includes(a.role), of: "delegate" },
  { route: "/manage/delegates/[id]/photo/upload", method: "POST", may: (a) => delegates.may(a, "setPhoto", { committeeId: a.committeeId }), of: "delegate" },
  { route: "/my/profile/photo", method: "GET", may: (a) => a.role === "DELEGATE" },
  { route: "/manage/delegates/[id]/papers/upload", method: "POST", may: (a) => delegates.may(a, "edit", { committeeId: a.committeeId }), of: "delegate" },
  { route: "/manage/terminations/[id]/papers", method: "POST", may: (a) => STAFF.includes(a.role), of: "termination" },
  { route: "/manage/activities/[id]/attendance/import/upload", method: "POST", may: (a) => STAFF.includes(a.role), of: "activity" },
  { route: "/manage/papers/[id]", method: "GET", may: () => true, of: "paper" },
  { route: "/my/profile/photo/upload", method: "POST", may: (a) => a.role === "DELEGATE" },
  { route: "/manage/delegates/[id]/form/file", method: "POST", may: (a) => forms.may(a, "make", { committeeId: a.committeeId }), of: "delegate" },
  { route: "/manage/delegates/forms/[id]/file", method: "GET", may: (a) => forms.may(a, "download", { committeeId: a.committeeId }), of: "forms" },
  { route: "/manage/delegates/accounts/[id]/slips", method: "POST", may: (a) => delegateAccounts.may(a, "take", { committeeId: a.committeeId }), of: "accountBatch" },
  { route: "/manage/delegates/import/template", method: "GET", may: (a) => imports.may(a, "upload", { committeeId: a.committeeId }) },
  { route: "/manage/delegates/import/upload", method: "POST", may: (a) => imports.may(a, "upload", { committeeId: a.committeeId }) },
  { route: "/manage/delegates/import/[id]/errors", method: "GET", may: (a) => imports.may(a, "choose", { committeeId: a.committeeId }), of: "rosterImport" },
  { route: "/manage/units/import/template", method: "GET", may: (a) => unitImports.may(a, "upload", { committeeId: a.committeeId }) },
  { route: "/manage/units/import/upload", method: "POST", may: (a) => unitImports.may(a, "upload", { committeeId: a.committeeId }) },
  { route: "/manage/units/import/[id]/errors", method: "GET", may: (a) => unitImports.may(a, "commit", { committeeId: a.committeeId }), of: "unitImport" },
  { route: "/manage/corrections/[id]/proof", method: "GET", may: () => true, of: "correction" },
  { route: "/my/profile/corrections/[id]/proof", method: "GET", may: () => true, of: "correction" },
  { route: "/my/profile/corrections/[id]/attach", method: "POST", may: (a) => a.role === "DELEGATE", of: "correction" },
  { route: "/my/duties/[id]/photos/[photo]", method: "GET", may: () => true, of: "duty" },
  { route: "/my/duties/[id]/photos/upload", method: "POST", may: (a) => a.role === "DELEGATE", of: "duty" },
  { route: "/manage/duties/[id]/photos/[photo]", method: "GET", may: () => true, of: "duty" },
  { route: "/manage/duties/[id]/photos/upload", method: "POST", may: (a) => a.role === "DELEGATE", of: "duty" },
  { route: "/manage/activities/[id]/opinions/summary", method: "GET", may: (a) => opinions.may(a, "print", { committeeId: a.committeeId, personId: null, targetId: null }), of: "activity" },
  { route: "/manage/activities/[id]/participants/export", method: "GET", may: (a) => STAFF.includes(a.role), of: "activity" },
  { route: "/manage/duties/import/template", method: "GET", may: (a) => dutyImports.may(a, "upload", { committeeId: a.committeeId }) },
  { route: "/manage/duties/import/upload", method: "POST", may: (a) => dutyImports.may(a, "upload", { committeeId: a.committeeId }) },
  { route: "/manage/duties/import/[id]/errors", method: "GET", may: (a) => dutyImports.may(a, "commit", { committeeId: a.committeeId }), of: "dutyImport" },
  { route: "/messages/files/[id]", method: "GET", may: () => true, of: "letterFile" },
  { route: "/messages/drafts/[id]/files", method: "POST", may: () => true, of: "draft" },
  { route: "/manage/activities/[id]/files/[file]", method: "GET", may: () => true, of: "activityFile" },
  { route: "/manage/activities/[id]/certificates/file", method: "GET", may: (a) => certificates.may(a, "take", { committeeId: a.committeeId }), of: "training" },
  { route: "/my/trainings/certificates/[id]", method: "GET", may: () => true, of: "certificate" },
  { route: "/my/activities/[id]/files/[file]", method: "GET", may: () => true, of: "activityFile" },
  { route: "/manage/activities/[id]/files/upload", method: "POST", may: (a) => STAFF.includes(a.role), of: "activity" },
  ...["/manage/activities/[id]/research", "/my/researches/[id]", "/overview/researches/[id]"].flatMap((of) => ["photos/[photo]", "report"].map((part) => ({ route: `${of}/${part}`, method: "GET" as const, may: () => true, of: "research" as const }))),
  ...["/manage/activities/[id]/research", "/my/researches/[id]"].flatMap((of) => [
    { route: `${of}/import`, method: "POST" as const, may: (a: AccountActor) => STAFF.includes(a.role), of: "research" as const }, { route: `${of}/findings/[finding]/photos`, method: "POST" as const, may: (a: AccountActor) => a.role === "DELEGATE", of: "finding" as const },
  ]),
  { route: "/my/profile/file", method: "GET", may: (a) => a.role === "DELEGATE" },
  { route: "/system/audit/export", method: "GET", may: (a) => a.role === "AUDIT_ADMIN" },
];

/** Addresses open to the world, each with its own reason. */
export const OPEN_ROUTES: Record<string, string> = {
  "/api/auth/[...nextauth]": "next-auth：会话查询与登出，不返回业务数据",
  "/api/health": "健康检查：只有是否就绪",
  "/api/size": "大字版：只写本浏览器的一个 Cookie",
  "/schedule/feed/[token]": "日程订阅：地址中的记号即凭据，只给活动的名称、时间和地点，不含人员；停用、更换或离任后 404",
};

/** What a record is, as its policy asks for it. */
type Facts = { committeeId: string; targetId?: string | null; enteredById?: string | null; absentId?: string; deputyId?: string; unitId?: string; activityUnitId?: string; ownerRole?: Role; rung?: number; personId?: string; id?: string; accountId?: string; shared?: boolean; role?: Role; authorId?: string | null; origin?: DutyOrigin };
type Fields = Record<string, string>;

export type ActRight = {
  act: string;
  /** The record the act is about; none for acts on the committee or on oneself. */
  on?: Subject;
  may: (actor: AccountActor, facts: Facts) => boolean;
  fields: (id: string, town: Town, of: Ownership) => Fields;
  /** Also open before the first password is changed. */
  firstPassword?: true;
  /** Open to anyone, signed in or not. */
  anyone?: true;
};

const DATED = { effectiveOn: "2026-01-02", basis: "青组〔2026〕1号" };
/** The key of nothing. */
const KEY = "00000000-0000-4000-8000-0000000000ff";
const LOOKED = { expected: "0".repeat(64) };
const at = (id: string): Fields => ({ id, version: "999999" });
const everyone = () => true;
const own = (actor: AccountActor): Facts => ({ committeeId: actor.committeeId });
const TERM = { level: "DISTRICT", ordinal: "9", name: "矩阵届", congressFrom: "", congressTo: "", startsOn: "2031-01-01", endsOn: "2036-01-01", ageReferenceOn: "" };
const FORM: Fields = Object.fromEntries(["ethnicity", "nativePlace", "joinedPartyOn", "workStartedOn", "idNumber", "mobile", "officePhone", "address", "education", "degree", "school", "employer", "position", "rank",
  "professionalTitle", "occupation", "primaryCategory", "honours", "groupId", "unitId", "delegateNo", "electedOn", "concurrentRoles", "remark"].map((name) => [name, ""]));
const person = (town: Town, of: Ownership): Fields => ({ ...FORM, name: "矩阵人", sex: "1", birthMonth: "1980.05", electionKind: "GENERAL", delegationId: town.records.delegation[of] ?? "" });

const ofTerm = (act: terms.TermAct) => (a: AccountActor, f: Facts) => terms.may(a, act, f);
const place = (act: string, on: "delegation" | "group", more: Fields): ActRight => ({ act, on, may: ofTerm("arrange"), fields: (id, town, of) => ({ termId: town.termOf[of], ...at(id), ...more }) });
const order = (act: string, on: "delegation" | "group"): ActRight => ({ act, on, may: ofTerm("arrange"), fields: (id, town, of) => ({ termId: town.termOf[of], move: `${id}:up:999999` }) });
const unit = (act: string, event: units.UnitAct, more: (town: Town, of: Ownership) => Fields): ActRight => ({ act, on: "unit", may: (a, f) => units.may(a, event, f), fields: (id, town, of) => ({ ...at(id), ...more(town, of) }) });
const rootOf = (town: Town, of: Ownership): string => (of === "foreign" ? town.foreign : town.house).units.root;
const reorganizing = (act: string, event: reorganizations.ReorganizationAct, more: (root: string) => Fields): ActRight => ({ act, on: "unit", may: (a, f) => reorganizations.may(a, event, f), fields: (id, town, of) => ({ id, ...DATED, ...LOOKED, confirm: "on", ...more(rootOf(town, of)) }) });
const listing = (act: string, event: unitImports.UnitImportAct, more: Fields = {}): ActRight => ({ act, on: "unitImport", may: (a, f) => unitImports.may(a, event, f), fields: (id) => ({ id, ...more }) });
const account = (act: string, event: accounts.AccountAct): ActRight => ({ act, on: "account", may: (a, f) => accounts.may(a, event, f), fields: at });
const ending = (act: string, event: terminations.TerminationAct, more: Fields): ActRight => ({ act, on: "termination", may: (a, f) => terminations.may(a, event, { unitId: "", ...f }), fields: (id) => ({ ...at(id), ...more }) });
const beginning = (act: string, event: terminations.TerminationAct, more: Fields): ActRight => ({ act, on: "delegate", may: (a, f) => terminations.may(a, event, { unitId: "", ...f }), fields: (delegateId) => ({ delegateId, grounds: "区纪委处分决定〔2026〕3号", ...more }) });
const attending = (act: string, event: activities.ActivityAct, more: Fields): ActRight => ({ act, on: "activity", may: (a, f) => activities.may(a, event, { unitId: "", ...f }), fields: (id) => ({ id, ...more }) });
const signing = (act: string): ActRight => ({ act, on: "activitySession", may: (a, f) => activities.mayOf(a, "signIn", { unitId: "", personId: "", activityUnitId: "", ...f }), fields: (sessionId) => ({ sessionId, code: "000000" }) });
const PLAN_LINE: Fields = { year: "2026", month: "5", topic: "TENURE", form: "CLASS", title: "矩阵培训", hours: "8", people: "20", organiser: "", note: "" };
const NOWHERE = "01890000-0000-7000-8000-000000000000";
const vacancy = (act: string, event: "fill" | "close" | "reopen", more: (town: Town, of: Ownership) => Fields): ActRight => ({ act, on: "vacancy", may: (a, f) => vacancies.may(a, event, f), fields: (id, town, of) => ({ ...at(id), ...more(town, of) }) });
const correcting = (act: string, event: corrections.CorrectionAct, more: Fields): ActRight => ({ act, on: "correction", may: (a, f) => corrections.may(a, event, { unitId: "", personId: "", active: true, ...f }), fields: (id) => ({ ...at(id), ...more }) });
const KEPT = { kind: "MEMBER", name: "被联系的党员", about: "", since: "2001-01-01" };
const keeping = (act: string, more: Fields): ActRight => ({ act, on: "contact", may: (a, f) => contacts.may(a, "edit", { unitId: "", personId: "", ...f }), fields: (id) => ({ ...at(id), ...more }) });
const duty = (act: string, event: duties.DutyAct, more: Fields = {}): ActRight => ({ act, on: "duty", may: (a, f) => duties.may(a, event, { unitId: "", personId: "", authorId: null, origin: "OWN", ...f }), fields: (id) => ({ ...at(id), ...more }) });
const opining = (act: string, event: opinions.OpinionAct, more: Fields = {}): ActRight => ({ act, on: "opinion", may: (a, f) => opinions.may(a, event, { personId: null, targetId: null, ...f }), fields: (id) => ({ ...at(id), ...more }) });
const SAID = "请给柏树坪村的村口装路灯";
const DUTY: Fields = { title: "走访矩阵村", heldOn: addDays(today(), -1), hours: "", place: "", content: "村口的路没有路灯", evidence: "", lateReason: "", members: "1", masses: "" };
const sheet = (act: string, event: dutyImports.DutyImportAct, more: Fields = {}): ActRight => ({ act, on: "dutyImport", may: (a, f) => dutyImports.may(a, event, f), fields: (id) => ({ id, ...more }) });
const clock = (act: string, event: deadlines.DeadlineAct, more: (id: string) => Fields): ActRight => ({ act, on: "deadline", may: (a, f) => deadlines.may(a, event, { unitId: "", ownerRole: "OFFICE", rung: 0, owes: false, ...f }), fields: more });
const self = (act: string, fields: Fields): ActRight => ({ act, may: (a) => a.role === "DELEGATE" && a.personId !== null, fields: () => fields });
const pair = (act: string, event: merges.MergeAct, more: Fields): ActRight => ({ act, on: "person", may: (a, f) => merges.may(a, event, f), fields: (keepId, town, of) => ({ keepId, dropId: town.twinOf[of], ...more }) });
const NOBODY = "q=%E6%97%A0%E6%AD%A4%E4%BA%BA";
const arranging = (act: string, more: (town: Town, of: Ownership) => Fields): ActRight => ({ act, on: "term", may: (a, f) => delegates.may(a, "arrange", f), fields: (termId, town, of) => ({ termId, delegation: "", page: "1", ...more(town, of) }) });
const post = (act: string, event: posts.PostAct, more: (town: Town) => Fields): ActRight => ({ act, on: "delegation", may: (a, f) => posts.may(a, event, f), fields: (placeId, town, of) => ({ termId: town.termOf[of], place: "delegation", placeId, ...more(town) }) });
const mail = (act: string): ActRight => ({ act, on: "message", may: everyone, fields: (id) => ({ id }) });
const writing = (act: string, on: "draft" | "letter" | "letterFile", event: letters.LetterAct, more: Fields = {}): ActRight => ({ act, on, may: (a, f) => letters.may(a, event, f), fields: (id) => ({ ...(on === "draft" ? at(id) : { id }), ...more }) });
const ruling = (act: string, event: rules.RuleAct, more: Fields): ActRight => ({ act, on: "ruleSetting", may: (a, f) => rules.may(a, event, f), fields: (id) => ({ ...at(id), ...more }) });
const RULE: Fields = { key: "termination.file", unitId: "", fromOn: addDays(today(), 30), reason: "按本区的规定办理", version: "999999" };
const standing = (act: string, event: substitutions.SubstitutionAct, more: Fields = {}): ActRight => ({ act, on: "substitution", may: (a, f) => substitutions.may(a, event, f), fields: (id) => ({ ...at(id), ...more }) });
const roster = (act: string, event: imports.ImportAct, more: Fields = {}): ActRight => ({ act, on: "rosterImport", may: (a, f) => imports.may(a, event, f), fields: (id) => ({ id, ...more }) });

const gathering = (act: string, event: activities.ActivityAct, more: (town: Town, of: Ownership) => Fields): ActRight => ({ act, on: "activity", may: (a, f) => activities.may(a, event, { unitId: "", ...f }), fields: (id, town, of) => ({ ...at(id), ...more(town, of) }) });
const placeOf = (act: string, may: (a: AccountActor, f: Facts) => boolean, more: Fields = {}): ActRight => ({ act, on: "participation", may, fields: (id) => ({ ...at(id), ...more }) });
const taking = (act: string, event: activities.ParticipationAct, more: Fields = {}): ActRight => placeOf(act, (a, f) => activities.mayOf(a, event, { unitId: "", personId: "", activityUnitId: "", ...f }), more);
const gatheringPart = (act: string, on: "activityFile" | "activityGuest", event: activities.ActivityAct): ActRight => ({ act, on, may: (a, f) => activities.may(a, event, { unitId: "", ...f }), fields: (id) => ({ id, name: "别的" }) });
const looking = (act: string, event: researches.ResearchAct, more: Fields = {}): ActRight => ({ act, on: "research", may: (a, f) => researches.may(a, event, teamFacts(a, f)), fields: (id) => ({ ...at(id), ...more }) });
const seeing = (act: string, more: Fields = {}): ActRight => ({ act, on: "finding", may: (a, f) => (f.authorId === undefined || f.authorId === a.accountId) && researches.may(a, "find", teamFacts(a, f)), fields: (id) => ({ ...at(id), ...more }) });
const teamFacts = (a: AccountActor, { committeeId, unitId = "", personId }: Facts): researches.ResearchFacts => ({ committeeId, unitId, submitterId: null, leaderPersonId: null, onTeam: a.personId !== null && a.personId === personId });
const ROUTE: Fields = { stop1: "", name1: "矩阵社区", kind1: "COMMUNITY", address1: "", note1: "" };
const GATHERING: Fields = { kind: "MEETING", entry: "INVITATION", title: "矩阵座谈会", summary: "", agenda: "", place: "会议室", contact: "", capacity: "", replyBy: "", day1: "2001-01-02", from1: "09:00", to1: "11:00" };
const hostOf = (town: Town, of: Ownership): string => (of === "other" ? town.house.units.beigu : of === "foreign" ? town.foreign.units.yunfan : town.house.units.yunfan);

export const acts: ActRight[] = [
  attending("holdActivity", "hold", { version: "999999" }), attending("closeActivity", "close", { version: "999999", open: "0", confirm: "on" }),
  attending("enterAttendance", "mark", { "marks[]": `${NOWHERE}~${NOWHERE}~NONE~LEAVE`, reason: "" }), attending("commitAttendanceImport", "mark", { batch: NOWHERE, ...LOOKED, reason: "" }), signing("signInHere"), signing("signOutHere"),
  { act: "signIn", may: everyone, anyone: true, fields: () => ({ username: "nobody-here", password: "wrong-password" }) },
  { act: "leave", may: everyone, anyone: true, fields: () => ({}) },
  { act: "signOut", may: everyone, firstPassword: true, fields: () => ({}) },
  { act: "signOutEverywhere", may: everyone, fields: () => ({}) },
  { act: "changePassword", may: everyone, firstPassword: true, fields: () => ({ current: "wrong-password", password: "山高水长兮 风清月白", again: "山高水长兮 风清月白" }) },
  { act: "switchGrant", on: "grant", may: () => false, fields: (grantId) => ({ grantId }) },
  { act: "endSession", on: "session", may: () => false, fields: (id) => ({ id }) },
  { act: "createAccount", may: (a) => accounts.may(a, "create", own(a)), fields: () => ({ username: "shenwenqing2", displayName: "沈文清" }) },
  { act: "createAccounts", may: (a) => accounts.may(a, "create", own(a)), fields: () => ({ rows: "孟帆，联络员，云帆街道党工委" }) },
  account("resetPassword", "resetPassword"), account("endSessions", "endSessions"), account("disableAccount", "disable"), account("enableAccount", "enable"),
  { act: "giveGrant", on: "account", may: (a, f) => grants.may(a, "give", f), fields: (accountId) => ({ accountId, version: "999999", role: "SUPERVISOR", unitId: "" }) },
  { act: "takeGrant", on: "account", may: (a, f) => grants.may(a, "take", f), fields: (accountId, town, of) => ({ accountId, version: "999999", grantId: town.records.grant[of] ?? "" }) },
  { act: "giveWantedGrants", on: "account", may: (a) => grants.may(a, "list", own(a)), fields: (accountId, town) => ({ give: `${accountId} 999999 ${town.house.units.yunfan}` }) },
  { act: "requestAccounts", may: (a) => delegateAccounts.may(a, "request", own(a)), fields: () => ({ kind: "OPEN", list: "q=%E6%97%A0%E6%AD%A4%E4%BA%BA", todo: "1", password: "wrong-password" }) },
  { act: "cancelAccounts", on: "accountBatch", may: (a, f) => delegateAccounts.may(a, "cancel", f), fields: (id) => ({ id }) }, { act: "openDelegateAccount", on: "delegate", may: (a, f) => delegateAccounts.may(a, "open", f), fields: (id) => ({ id, version: "0" }) }, { act: "resetDelegatePassword", on: "delegate", may: (a, f) => delegateAccounts.may(a, "reset", f), fields: at },
  { act: "setTarget", on: "term", may: (a) => compositions.may(a, "setTarget", own(a)), fields: (termId) => ({ termId, dimension: "ethnicity:minority", operator: "AT_LEAST", value: "2.5", measure: "PERCENT" }) },
  { act: "setReferenceDate", on: "term", may: (a) => compositions.may(a, "setReferenceDate", own(a)), fields: (termId) => ({ termId, version: "999999", ageReferenceOn: "2025-12-31" }) },
  { act: "changeTarget", on: "target", may: (a) => compositions.may(a, "changeTarget", own(a)), fields: (id) => ({ ...at(id), operator: "AT_LEAST", value: "30", measure: "PERCENT" }) },
  { act: "removeTarget", on: "target", may: (a) => compositions.may(a, "removeTarget", own(a)), fields: at },
  { act: "createDelegate", on: "term", may: (a) => delegates.may(a, "create", own(a)), fields: (termId, town, of) => ({ ...person(town, of), termId, samePerson: "different", reviewBasis: "" }) },
  { act: "editDelegate", on: "delegate", may: (a, f) => delegates.may(a, "edit", f), fields: (id, town, of) => ({ ...person(town, of), id, version: "999.999" }) },
  { act: "revealNumber", on: "delegate", may: (a, f) => delegates.may(a, "revealIdNumber", f), fields: (id) => ({ id, field: "idNumber", reason: "核对会议名单" }) },
  { act: "removeDelegatePhoto", on: "delegate", may: (a, f) => delegates.may(a, "removePhoto", f), fields: (id) => ({ id }) },
  { act: "changeDelegateStatus", on: "delegate", may: (a, f) => delegates.may(a, "SUSPEND", f), fields: (id) => ({ ...at(id), event: "SUSPEND", cause: "DISCIPLINARY_CASE", ...DATED }) },
  { act: "moveDelegates", may: (a) => delegates.may(a, "move", own(a)), fields: (_, town) => ({ list: NOBODY, seal: "", toDelegation: town.records.delegation.own ?? "", toGroup: "", toUnit: "" }) },
  { act: "numberDelegates", may: (a) => delegates.may(a, "number", own(a)), fields: () => ({ list: NOBODY, seal: "", prefix: "青六-", digits: "3", start: "1" }) },
  arranging("reorderDelegate", (town, of) => ({ move: `${town.records.delegate[of] ?? town.delegates.own.id}:99:1` })), arranging("placeDelegate", (town, of) => ({ id: town.records.delegate[of] ?? town.delegates.own.id, seen: "99", to: "1" })),
  arranging("resortDelegates", (town) => ({ delegation: town.records.delegation.nowhere ?? "", by: "stroke" })),
  post("appointPost", "appoint", (town) => ({ delegateId: town.records.delegate.nowhere ?? "", kind: "HEAD", fromOn: "2026-01-02" })), post("dismissPost", "dismiss", (town) => ({ id: town.records.delegate.nowhere ?? "", untilOn: "2026-01-02" })),
  { act: "saveView", may: (a) => views.may(a, "save", own(a)), fields: () => ({ list: "delegates", query: "sex=2", name: "女代表" }) },
  { act: "enterNotice", may: (a) => calendars.may(a, "enter", own(a)), fields: () => ({ year: "2027", document: "国办发明电〔2026〕7号", text: "一、元旦：1月1日放假。" }) },
  { act: "removeNotice", may: (a) => calendars.may(a, "remove", own(a)), fields: () => ({ year: "2027", version: "999999" }) },
  { act: "nameDeputy", may: (a) => substitutions.may(a, "name", own(a)), fields: (_, town) => ({ deputyId: town.records.grant.nowhere ?? "", fromOn: today(), toOn: addDays(today(), 5), reason: "外出学习" }) },
  standing("agreeDeputy", "agree"), standing("refuseDeputy", "refuse", { note: "请另选他人" }), standing("endDeputy", "end"),
  { act: "setRule", may: (a) => rules.may(a, "set", own(a)), fields: () => ({ ...RULE, value: "8", unit: "WORKDAY", document: "" }) }, { act: "restoreRule", may: (a) => rules.may(a, "restore", own(a)), fields: () => RULE },
  ruling("confirmRule", "confirm", {}), ruling("refuseRule", "refuse", { note: "理由不充分" }), ruling("withdrawRule", "withdraw", { note: "另行提出" }), ruling("endRule", "end", { note: "另行提出" }),
  { act: "subscribeSchedule", may: (a) => schedules.may(a, "subscribe", own(a)), fields: () => ({}) }, { act: "unsubscribeSchedule", may: (a) => schedules.may(a, "unsubscribe", own(a)), fields: () => ({}) },
  { act: "chooseMessages", may: (a) => messages.may(a, "choose", own(a)), fields: () => ({ version: "0", "hold.notice": "MUTED" }) },
  { act: "editTemplate", may: (a) => messages.may(a, "editTemplate", own(a)), fields: () => ({ kind: "notice", version: "999999", title: "{title}", body: "{text}", brief: "{from}发来一条通知。" }) },
  { act: "restoreTemplate", may: (a) => messages.may(a, "restoreTemplate", own(a)), fields: () => ({ kind: "notice", version: "999999" }) },
  { act: "removePaper", on: "paper", may: (a, f) => papers.may(a, "remove", { unitId: "", ...f }), fields: (id) => ({ id, name: "别的.jpg" }) },
  { act: "removeView", on: "savedView", may: (a, f) => views.may(a, "remove", f), fields: at },
  beginning("proposeTermination", "propose", { cause: "MEMBERSHIP_STOPPED", proposedOn: "2026-01-25" }), beginning("recordDeath", "record", { effectiveOn: "2001-01-01", confirm: "on" }),
  ending("decideTermination", "decideYes", { decidedOn: "2026-02-02", meeting: "常委会第三次会议", documentNo: "青委〔2026〕2号", effectiveOn: "2026-02-02", confirm: "on" }),
  ending("declineTermination", "decideNo", { decidedOn: "2026-02-02", meeting: "常委会第三次会议", documentNo: "", note: "事实尚不清楚" }),
  ending("withdrawTermination", "withdraw", { note: "事实有误，撤回" }), ending("fileTermination", "file", { filedOn: "2026-02-03", filedWith: "望澜市委", filingNo: "" }),
  vacancy("fillVacancy", "fill", (town, of) => ({ ...person(town, of), electionKind: "BY_ELECTION", electedOn: "2026-02-02", meeting: "党员代表会议选举", seats: "1", candidates: "2", samePerson: "different", reviewBasis: "" })),
  vacancy("closeVacancy", "close", () => ({ note: "任期将满，不再补选" })), vacancy("reopenVacancy", "reopen", () => ({})),
  self("submitCorrection", { school: "望澜大学", reason: "补填毕业院校" }), self("confirmOwnRecord", { year: "1999" }), self("setPublicConsents", {}),
  correcting("resubmitCorrection", "resubmit", { position: "主任", reason: "职务调整，有任免通知" }), correcting("withdrawCorrection", "withdraw", { note: "" }), correcting("confirmCorrection", "confirm", { note: "" }),
  correcting("sendBackCorrection", "sendBack", { note: "请写明文号" }), correcting("approveCorrection", "approve", { version: "999999.1.1", acceptReason: "" }),
  { ...correcting("revealCorrection", "reveal", {}), fields: (id) => ({ id, field: "position", reason: "与证明材料核对" }) },
  self("logDuty", { ...DUTY, kind: "CONTACT", clientKey: KEY }), self("sendDuty", { ...DUTY, kind: "CONTACT", clientKey: KEY }), duty("editDuty", "edit", DUTY), duty("removeDuty", "remove"), duty("withdrawDuty", "withdraw"), { ...duty("openDuty", "approve"), fields: (id) => ({ id }) }, duty("approveDuty", "approve", { note: "" }), duty("rejectDuty", "reject", { note: "请写明怎么办的" }),
  duty("revokeDuty", "revoke", { note: "与事实不符" }), duty("confirmDuty", "confirm"), duty("disputeDuty", "dispute", { dispute: "当天没有走访" }), duty("settleDuty", "settle", { disputeReply: "已核对签到表" }),
  { act: "logDutyFor", on: "delegate", may: (a, f) => duties.may(a, "logFor", { unitId: "", personId: "", authorId: null, origin: "BEHALF", ...f }), fields: (delegateId) => ({ ...DUTY, kind: "CONTACT", clientKey: KEY, delegateId }) },
  { act: "addContact", on: "delegate", may: (a, f) => a.role === "DELEGATE" || contacts.may(a, "add", { unitId: "", personId: "", ...f }), fields: (delegateId) => ({ delegateId, ...KEPT }) },
  keeping("editContact", KEPT), keeping("endContact", { endedOn: "2001-01-01", endReason: "迁出" }), keeping("removeContact", {}),
  { act: "removeDutyPhoto", on: "duty", may: (a, f) => duties.may(a, "edit", { unitId: "", personId: "", authorId: null, origin: "OWN", ...f }), fields: (id) => ({ id, photoId: KEY }) },
  { act: "reviewDuties", may: (a) => duties.may(a, "approve", { ...own(a), unitId: "", personId: "", authorId: null, origin: "OWN" }), fields: () => ({ "pick[]": `${KEY}.1`, note: "" }) },
  sheet("commitDutyImport", "commit", { ...LOOKED, doubles: "leave", reason: "" }), sheet("cancelDutyImport", "cancel"), sheet("undoDutyImport", "undo"),
  clock("urgeDeadline", "urge", (id) => ({ id, note: "" })), clock("extendDeadline", "extend", (id) => ({ ...at(id), dueOn: "2001-01-02", reason: "调取材料需要时间" })), clock("pauseDeadline", "pause", (id) => ({ ...at(id), reason: "等材料补充" })), clock("resumeDeadline", "resume", (id) => ({ ...at(id), reason: "材料已经补齐" })),
  { act: "retryJobs", may: (a) => jobs.may(a, "retry", own(a)), fields: (_, town) => ({ ids: `job:${town.records.delegate.nowhere ?? ""}` }) }, { act: "dropJobs", may: (a) => jobs.may(a, "drop", own(a)), fields: (_, town) => ({ ids: `job:${town.records.delegate.nowhere ?? ""}` }) },
  pair("mergePersons", "merge", { keepVersion: "999999", dropVersion: "999999", grounds: "核对干部档案" }), pair("distinguishPersons", "distinguish", { grounds: "核对干部档案" }), pair("reconsiderPersons", "reconsider", {}),
  { act: "undoMerge", on: "merge", may: (a, f) => merges.may(a, "undo", f), fields: at },
  roster("chooseImport", "choose"), roster("recheckImport", "choose"), roster("commitImport", "commit", { mode: "ADD_ONLY", review: "pending", reviewBasis: "" }),
  roster("undoImport", "undo"), roster("cancelImport", "cancel"),
  { act: "makeForms", may: (a) => forms.may(a, "make", own(a)), fields: () => ({ list: NOBODY, numbers: "masked", reason: "", password: "" }) },
  { act: "cancelForms", on: "forms", may: (a, f) => forms.may(a, "cancel", f), fields: (id) => ({ id }) },
  mail("openMessage"), mail("markMessageRead"), mail("markMessageUnread"), { act: "markAllRead", may: everyone, fields: () => ({ until: "0" }) },
  { act: "draftLetter", may: (a) => letters.may(a, "write", own(a)), fields: () => ({ must: "know", title: "开会通知", text: "请于周五到会。", list: NOBODY }) },
  writing("sendLetter", "draft", "revise", { seal: "" }), writing("discardLetter", "draft", "revise"), writing("detachLetterFile", "letterFile", "revise"), writing("remindReaders", "letter", "remind"),
  { act: "planActivity", on: "unit", may: (a, f) => activities.may(a, "plan", { committeeId: f.committeeId, unitId: f.id ?? "" }), fields: (unitId) => ({ ...GATHERING, unitId }) },
  gathering("editActivity", "edit", (town, of) => ({ ...GATHERING, unitId: hostOf(town, of) })), gathering("removeActivity", "remove", () => ({})), gathering("publishActivity", "publish", () => ({})), gathering("cancelActivity", "cancel", () => ({ reason: "因防汛工作改期" })),
  { ...gathering("copyActivity", "plan", () => ({})), fields: (id) => ({ id, on: "2001-01-02", repeat: "once", times: "1" }) }, { ...gathering("addActivityGuest", "edit", () => ({})), fields: (activityId) => ({ activityId, name: "会外某", kind: "EXPERT", organization: "" }) },
  taking("replyActivity", "reply", { answer: "ACCEPTED", reason: "" }), taking("replyFor", "replyFor", { answer: "ACCEPTED", reason: "" }), taking("withdrawEnrolment", "enrol"), taking("askActivityLeave", "leave", { reason: "参加上级会议" }), taking("takeBackActivityLeave", "leave"),
  taking("decideLeave", "decideLeave", { granted: "yes", note: "" }), placeOf("strikeParticipation", (a, f) => activities.may(a, "invite", { committeeId: f.committeeId, unitId: f.activityUnitId ?? "" }), { reason: "会议规模调整" }),
  placeOf("callSubstitute", (a, f) => activities.may(a, "invite", { committeeId: f.committeeId, unitId: f.activityUnitId ?? "" }), { delegateId: NOWHERE }),
  { act: "enrolActivity", on: "activity", may: (a) => a.role === "DELEGATE" && a.personId !== null, fields: (id) => ({ id }) },
  { act: "inviteDelegates", on: "activity", may: (a, f) => activities.may(a, "invite", { unitId: "", ...f }), fields: (id) => ({ id, list: NOBODY, expected: "A".repeat(22) }) }, { act: "remindParticipants", on: "activity", may: (a, f) => activities.may(a, "invite", { unitId: "", ...f }), fields: (id) => ({ id }) },
  { act: "addTrainingPlanLine", may: (a) => trainingPlans.may(a, "add", own(a)), fields: () => PLAN_LINE },
  { act: "editTrainingPlanLine", on: "planLine", may: (a, f) => trainingPlans.may(a, "edit", f), fields: (id) => ({ ...at(id), ...PLAN_LINE }) }, { act: "removeTrainingPlanLine", on: "planLine", may: (a, f) => trainingPlans.may(a, "remove", f), fields: at },
  { act: "issueCertificates", on: "training", may: (a, f) => certificates.may(a, "issue", f), fields: (id) => ({ id, ready: "999" }) },
  { act: "giveOpinion", on: "activity", may: (a) => a.role === "DELEGATE" && a.personId !== null, fields: (activityId) => ({ activityId, clientKey: KEY, content: SAID }) }, { act: "recordOpinion", on: "activity", may: (a, f) => opinions.may(a, "record", { personId: null, targetId: null, committeeId: f.committeeId }), fields: (activityId) => ({ activityId, clientKey: KEY, delegateId: "", content: SAID }) },
  opining("handOpinion", "hand", { targetId: "", body: "区供电公司", handNote: "" }), opining("settleOpinion", "settle", { answer: "已列入今年的计划" }), opining("fileOpinion", "file", { reason: "与职责无关" }), opining("withdrawOpinion", "withdraw"),
  opining("answerOpinion", "answer", { answer: "已列入今年的计划" }), opining("recordOpinionAnswer", "answer", { answer: "已列入今年的计划", answeredBy: "区供电公司", answeredOn: today() }), opining("giveBackOpinion", "giveBack", { reason: "不属本单位职责" }), opining("releaseOpinion", "release"),
  opining("sendBackOpinion", "sendBack", { reason: "没有写明时间" }), opining("acknowledgeOpinion", "acknowledge"), opining("askOpinionAgain", "askAgain", { reason: "没有写明时间" }), { act: "handOpinions", may: (a) => opinions.may(a, "hand", { ...own(a), personId: null, targetId: null }), fields: () => ({ "pick[]": `${KEY}.1`, targetId: "", body: "区供电公司", handNote: "" }) },
  gatheringPart("removeActivityFile", "activityFile", "addFile"), gatheringPart("removeActivityGuest", "activityGuest", "edit"),
  { act: "planResearch", on: "unit", may: (a, f) => activities.may(a, "plan", { committeeId: f.committeeId, unitId: f.id ?? "" }), fields: (unitId) => ({ ...Object.fromEntries(Object.entries(GATHERING).filter(([name]) => name !== "kind")), unitId, groupId: "" }) },
  looking("arrangeResearch", "arrange", { topic: "别的课题", groupId: "", leaderId: "" }), looking("setResearchRoute", "arrange", ROUTE), { ...looking("addFinding", "find"), fields: (activityId) => ({ activityId, stopId: KEY, kind: "ISSUE", text: "楼道堆放杂物" }) },
  seeing("editFinding", { stopId: KEY, kind: "ISSUE", text: "楼道堆放杂物" }), seeing("removeFinding"), { ...seeing("removeFindingPhoto"), fields: (id) => ({ id, photoId: KEY }) },
  looking("writeReport", "write", { reportTitle: "矩阵调研报告", reportText: "走访了矩阵社区，楼道堆放杂物。" }), looking("submitReport", "submit"), looking("sendBackReport", "sendBack", { reason: "请补充数据" }), looking("adoptReport", "adopt", { adoptedBy: "区政府", adoptionPaper: "青政办〔2026〕1号" }),
  looking("fileReport", "file", { reason: "内容与已有报告重复" }), looking("setReportPublication", "publish"), { ...looking("remarkReport", "remark"), fields: (id) => ({ id, remark: "请研究落实" }) },
  { ...looking("enterReportRemark", "enterRemark"), fields: (id) => ({ id, byName: "周明", writtenOn: "2026-01-02", remark: "请研究落实" }) },
  { act: "openTerm", may: (a) => terms.may(a, "open", own(a)), fields: () => TERM },
  { act: "editTerm", on: "term", may: ofTerm("edit"), fields: (id) => ({ ...at(id), ...TERM }) },
  { act: "makeTermCurrent", on: "term", may: ofTerm("makeCurrent"), fields: (id, town) => ({ id, from: town.records.term.nowhere ?? "" }) },
  { act: "changeTerm", on: "term", may: ofTerm("makeCurrent"), fields: (id, town) => ({ id, from: town.records.term.nowhere ?? "", endedOn: "2026-01-02", basis: "区第七次党代会", carry: "none", continuing: "none", confirm: "on" }) },
  { act: "addDelegation", on: "term", may: ofTerm("arrange"), fields: (termId) => ({ termId, name: "云帆代表团", unitId: "" }) },
  { act: "addGroup", on: "term", may: ofTerm("arrange"), fields: (termId) => ({ termId, name: "第一小组", delegationId: "" }) },
  place("renameDelegation", "delegation", { name: "改名代表团" }), place("setDelegationUnit", "delegation", { unitId: "" }), order("reorderDelegation", "delegation"), place("removeDelegation", "delegation", {}),
  place("renameGroup", "group", { name: "改名小组" }), place("setGroupDelegation", "group", { delegationId: "" }), order("reorderGroup", "group"), place("removeGroup", "group", {}),
  { act: "establishUnit", on: "unit", may: (a, f) => units.may(a, "establish", f), fields: (parentId) => ({ parentId, name: "望湖社区党委", kind: "COMMUNITY", activeFrom: "2026-01-02", basis: "" }) },
  unit("renameUnit", "RENAME", () => ({ name: "改名党委", ...DATED })), unit("moveUnit", "MOVE", (t, of) => ({ parentId: rootOf(t, of), ...DATED })), unit("adjustUnit", "ADJUST", () => ({ kind: "COMMUNITY", ...DATED })),
  unit("deactivateUnit", "DEACTIVATE", () => DATED), unit("reactivateUnit", "REACTIVATE", () => DATED), unit("removeUnit", "remove", () => ({})),
  reorganizing("mergeUnits", "MERGE", (intoId) => ({ intoId })), reorganizing("splitUnit", "SPLIT", (toId) => ({ toId, parentId: "", name: "", kind: "" })),
  listing("commitUnitImport", "commit", { mode: "ADD_ONLY", basis: "", ...LOOKED }), listing("cancelUnitImport", "cancel"),
];

const counts: Record<Subject, (actor: AccountActor, id: string) => Promise<number>> = {
  delegate: (a, id) => db().delegate.count({ where: { AND: [delegates.visibleTo(a), { id }] } }),
  term: (a, id) => db().term.count({ where: { AND: [terms.visibleTo(a), { id }] } }),
  unit: (a, id) => db().unit.count({ where: { AND: [units.visibleTo(a), { id }] } }),
  account: (a, id) => db().account.count({ where: { AND: [a.role === "SECURITY_ADMIN" ? grants.visibleTo(a) : accounts.visibleTo(a), { id }] } }),
  grant: (a, id) => db().grant.count({ where: { id, accountId: a.accountId } }),
  session: (a, id) => db().session.count({ where: { id, accountId: a.accountId } }),
  rosterImport: (a, id) => db().rosterImport.count({ where: { AND: [imports.visibleTo(a), { id }] } }),
  unitImport: (a, id) => db().unitImport.count({ where: { AND: [unitImports.visibleTo(a), { id }] } }),
  delegation: (a, id) => db().delegation.count({ where: { AND: [terms.delegationsVisibleTo(a), { id }] } }),
  group: (a, id) => db().delegateGroup.count({ where: { AND: [terms.groupsVisibleTo(a), { id }] } }),
  forms: (a, id) => db().registrationFormBatch.count({ where: { AND: [forms.visibleTo(a), { id }] } }),
  accountBatch: (a, id) => db().accountBatch.count({ where: { AND: [delegateAccounts.visibleTo(a), { id }] } }),
  deadline: (a, id) => db().deadline.count({ where: { AND: [deadlines.visibleTo(a), { id }] } }),
  correction: (a, id) => db().correctionRequest.count({ where: { AND: [corrections.visibleTo(a), { id }] } }),
  duty: (a, id) => db().duty.count({ where: { AND: [duties.visibleTo(a), { id }] } }),
  opinion: (a, id) => db().opinion.count({ where: { AND: [opinions.visibleTo(a), { id }] } }),
  contact: (a, id) => db().contact.count({ where: { AND: [contacts.visibleTo(a), { id }] } }),
  dutyImport: (a, id) => db().dutyImport.count({ where: { AND: [dutyImports.visibleTo(a), { id }] } }),
  activitySession: (a, id) => db().activitySession.count({ where: { id, activity: activities.visibleTo(a) } }),
  termination: (a, id) => db().terminationCase.count({ where: { AND: [terminations.visibleTo(a), { id }] } }),
  vacancy: (a, id) => db().vacancy.count({ where: { AND: [vacancies.visibleTo(a), { id }] } }),
  person: (a, id) => db().person.count({ where: { AND: [merges.peopleVisibleTo(a), { id }] } }),
  merge: (a, id) => db().personMerge.count({ where: { AND: [merges.visibleTo(a), { id }] } }),
  target: (a, id) => db().compositionTarget.count({ where: { AND: [compositions.visibleTo(a), { id }] } }),
  batch: (a, id) => db().delegateBatch.count({ where: { AND: [delegates.batchesVisibleTo(a), { id }] } }),
  paper: (a, id) => db().paper.count({ where: { AND: [papers.visibleTo(a), { id }] } }),
  substitution: (a, id) => db().substitution.count({ where: { AND: [substitutions.visibleTo(a), { id }] } }),
  ruleSetting: (a, id) => db().ruleSetting.count({ where: { AND: [rules.visibleTo(a), { id }] } }),
  savedView: (a, id) => db().savedView.count({ where: { AND: [views.visibleTo(a), { id }] } }),
  message: (a, id) => db().message.count({ where: { AND: [messages.visibleTo(a), { id }] } }),
  letter: (a, id) => db().letter.count({ where: { AND: [letters.visibleTo(a), { id }] } }),
  draft: (a, id) => db().letter.count({ where: { AND: [letters.visibleTo(a), { id, sentAt: null }] } }),
  letterFile: (a, id) => db().dispatchFile.count({ where: { AND: [letters.filesVisibleTo(a), { id }] } }),
  participation: (a, id) => db().participation.count({ where: { AND: [activities.participationsVisibleTo(a), { id, activity: activities.visibleTo(a) }] } }),
  activity: (a, id) => db().activity.count({ where: { AND: [activities.visibleTo(a), { id }] } }),
  planLine: (a, id) => db().trainingPlanLine.count({ where: { AND: [trainingPlans.visibleTo(a), { id }] } }),
  training: (a, id) => db().activity.count({ where: { AND: [activities.visibleTo(a), { id }] } }),
  certificate: (a, id) => db().certificate.count({ where: { AND: [certificates.visibleTo(a), { id }] } }),
  research: (a, id) => db().activity.count({ where: { AND: [researches.visibleTo(a), { id }] } }),
  finding: (a, id) => db().finding.count({ where: { id, research: { activity: researches.visibleTo(a) } } }),
  activityFile: (a, id) => db().activityFile.count({ where: { AND: [activities.filesVisibleTo(a), { id }] } }),
  activityGuest: (a, id) => db().activityGuest.count({ where: { id, activity: activities.visibleTo(a) } }),
  audit: async (a, seq) => (a.role === "AUDIT_ADMIN" ? db().auditEvent.count({ where: { seq: BigInt(seq), committeeId: a.committeeId } }) : 0),
};

/** Whether the actor may know that this record exists, by the policies' own scopes. */
export const sees = async (actor: AccountActor, subject: Subject, id: string): Promise<boolean> => (await counts[subject](actor, id)) > 0;

const facts: Partial<Record<Subject, (id: string) => Promise<Facts | null>>> = {
  delegate: (id) => db().delegate.findUnique({ where: { id }, select: { committeeId: true, unitId: true } }),
  term: (id) => db().term.findUnique({ where: { id }, select: { committeeId: true } }),
  unit: (id) => db().unit.findUnique({ where: { id }, select: { id: true, committeeId: true } }),
  account: async (id) => {
    const row = await db().account.findUnique({ where: { id }, select: { committeeId: true } });
    return row && { ...row, id, accountId: id };
  },
  rosterImport: (id) => db().rosterImport.findUnique({ where: { id }, select: { committeeId: true } }),
  unitImport: (id) => db().unitImport.findUnique({ where: { id }, select: { committeeId: true } }),
  forms: (id) => db().registrationFormBatch.findUnique({ where: { id }, select: { committeeId: true } }),
  accountBatch: (id) => db().accountBatch.findUnique({ where: { id }, select: { committeeId: true } }),
  activitySession: async (id) => {
    const row = await db().activitySession.findUnique({ where: { id }, select: { committeeId: true, activity: { select: { participations: { select: { unitId: true, delegate: { select: { personId: true } } }, take: 1 } } } } });
    const [listed] = row?.activity.participations ?? [];
    return row && { committeeId: row.committeeId, ...(listed ? { unitId: listed.unitId, personId: listed.delegate.personId } : {}) };
  },
  termination: (id) => db().terminationCase.findUnique({ where: { id }, select: { committeeId: true, unitId: true } }),
  vacancy: (id) => db().vacancy.findUnique({ where: { id }, select: { committeeId: true, unitId: true } }),
  deadline: (id) => db().deadline.findUnique({ where: { id }, select: { committeeId: true, unitId: true, ownerRole: true, rung: true } }),
  correction: async (id) => {
    const row = await db().correctionRequest.findUnique({ where: { id }, select: { committeeId: true, delegate: { select: { unitId: true, personId: true } } } });
    return row && { committeeId: row.committeeId, ...row.delegate };
  },
  duty: async (id) => {
    const row = await db().duty.findUnique({ where: { id }, select: { committeeId: true, unitId: true, authorId: true, origin: true, delegate: { select: { personId: true } } } });
    if (!row) return null;
    const { delegate, ...facts } = row;
    return { ...facts, ...delegate };
  },
  opinion: async (id) => {
    const row = await db().opinion.findUnique({ where: { id }, select: { committeeId: true, targetId: true, delegate: { select: { personId: true } } } });
    return row && { committeeId: row.committeeId, targetId: row.targetId, ...(row.delegate ? { personId: row.delegate.personId } : {}) };
  },
  contact: async (id) => {
    const row = await db().contact.findUnique({ where: { id }, select: { committeeId: true, delegate: { select: { unitId: true, personId: true } } } });
    return row && { committeeId: row.committeeId, ...row.delegate };
  },
  dutyImport: (id) => db().dutyImport.findUnique({ where: { id }, select: { committeeId: true } }),
  person: (id) => db().person.findUnique({ where: { id }, select: { committeeId: true } }),
  merge: (id) => db().personMerge.findUnique({ where: { id }, select: { committeeId: true } }),
  paper: (id) => db().paper.findUnique({ where: { id }, select: { committeeId: true } }),
  substitution: (id) => db().substitution.findUnique({ where: { id }, select: { committeeId: true, absentId: true, deputyId: true } }),
  ruleSetting: (id) => db().ruleSetting.findUnique({ where: { id }, select: { committeeId: true, enteredById: true } }),
  savedView: (id) => db().savedView.findUnique({ where: { id }, select: { committeeId: true, accountId: true, shared: true } }),
  letter: (id) => db().letter.findUnique({ where: { id }, select: { committeeId: true, accountId: true, role: true } }),
  draft: (id) => db().letter.findUnique({ where: { id }, select: { committeeId: true, accountId: true, role: true } }),
  letterFile: async (id) => (await db().dispatchFile.findUnique({ where: { id }, select: { letter: { select: { committeeId: true, accountId: true, role: true } } } }))?.letter ?? null,
  participation: async (id) => {
    const row = await db().participation.findUnique({ where: { id }, select: { committeeId: true, unitId: true, delegate: { select: { personId: true } }, activity: { select: { unitId: true } } } });
    return row && { committeeId: row.committeeId, unitId: row.unitId, personId: row.delegate.personId, activityUnitId: row.activity.unitId };
  },
  activity: (id) => db().activity.findUnique({ where: { id }, select: { committeeId: true, unitId: true } }),
  planLine: (id) => db().trainingPlanLine.findUnique({ where: { id }, select: { committeeId: true } }),
  training: (id) => db().activity.findUnique({ where: { id }, select: { committeeId: true, unitId: true } }),
  certificate: (id) => db().certificate.findUnique({ where: { id }, select: { committeeId: true } }),
  research: async (id) => {
    const row = await db().activity.findUnique({ where: { id }, select: { committeeId: true, unitId: true, participations: { select: { delegate: { select: { personId: true } } } } } });
    return row && { committeeId: row.committeeId, unitId: row.unitId, personId: row.participations[0]?.delegate.personId ?? "" };
  },
  finding: async (id) => {
    const row = await db().finding.findUnique({ where: { id }, select: { authorId: true, research: { select: { activityId: true } } } });
    const of = row && (await facts.research?.(row.research.activityId));
    return of ? { ...of, authorId: row?.authorId ?? null } : null;
  },
  activityFile: async (id) => (await db().activityFile.findUnique({ where: { id }, select: { activity: { select: { committeeId: true, unitId: true } } } }))?.activity ?? null,
  activityGuest: async (id) => (await db().activityGuest.findUnique({ where: { id }, select: { activity: { select: { committeeId: true, unitId: true } } } }))?.activity ?? null,
  delegation: (id) => db().delegation.findUnique({ where: { id }, select: { committeeId: true } }),
  group: (id) => db().delegateGroup.findUnique({ where: { id }, select: { committeeId: true } }),
  target: (id) => db().compositionTarget.findUnique({ where: { id }, select: { committeeId: true } }),
};

/** The record as policy asks for it; the actor's own committee where there is no record. */
export const factsOf = async (actor: AccountActor, subject: Subject | undefined, id: string): Promise<Facts> => (subject && (await facts[subject]?.(id))) || own(actor);
