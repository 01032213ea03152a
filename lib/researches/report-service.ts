import "server-only";
import { meetClock, startClock } from "@/lib/deadlines/clock-service";
import { dispatch } from "@/lib/messages/dispatch-service";
import { sentence } from "@/lib/messages/kinds";
import type { AccountActor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { dayOf, formatInstant, now, today, type IsoDate } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { readDocument } from "@/lib/platform/documents/read";
import { Refusal } from "@/lib/platform/errors";
import { held, remarkable, reportFlow, writing, type ReportEvent } from "./flow";
import { MOST_REMARKS, refusals, REPORT_LIMIT, reportNames } from "./labels";
import { getResearch, listRemarks } from "./queries";
import type { Report } from "./schema";
import { demand, holdResearch, targetOf, write as writeRow, type At, type Kept } from "./service";

const versus = (of: Kept, { reportTitle, reportText }: Report) => ({
  ...(of.reportTitle === reportTitle ? {} : { reportTitle: { theirs: of.reportTitle ?? "", yours: reportTitle } }), ...(of.reportText === reportText ? {} : { reportText: { theirs: of.reportText ?? "", yours: reportText } }),
});

/** The research while its report is its writers'. */
async function expectWritable(actor: AccountActor, id: string): Promise<Kept> {
  const found = await holdResearch(actor, id);
  demand(actor, "write", found);
  if (!writing.includes(found.state)) throw new Refusal(refusals.closed(reportNames[found.state]));
  return found;
}

const length = (text: string | null): string | null => (text ? `${text.length} 字` : null);

/** Keeps title and text of the report. Refuses who neither leads nor organises, after it was handed in, and another saving in between with both texts. */
export const write = (actor: AccountActor, at: At, report: Report): Promise<void> =>
  transact(async () => {
    const found = await expectWritable(actor, at.id);
    await writeRow(actor, found, at, { ...report, writerName: actor.name }, versus(found, report));
    await audit(actor, { verb: "research.write", target: targetOf(found), changes: changesOf({ reportTitle: found.reportTitle, reportText: length(found.reportText) }, { reportTitle: report.reportTitle, reportText: length(report.reportText) }) });
  });

/** Who may take a file in is asked before a word of it is read. */
export const expectImport = (actor: AccountActor, id: string): Promise<void> => transact(async () => void (await expectWritable(actor, id)));

/** Takes the words of a Word file in as the text of the report; its first line is the title where there is none. Refuses what is no such file, a long one, and to replace a text without being told to. */
export async function importText(actor: AccountActor, id: string, file: { name: string; bytes: Uint8Array }, replace: boolean): Promise<void> {
  const read = await readDocument(file.bytes);
  if ("refused" in read) throw new Refusal(refusals.wrongKind);
  const [first = "", ...rest] = read.lines;
  const title = first.replace(/^#+\s*/, "");
  // A title stands on paper as the first line of its own; a long one is the beginning of the text.
  const titled = title.length >= 4 && title.length <= 100 && rest.length > 0;
  const text = (titled ? rest : read.lines).join("\n").trim();
  if (!text) throw new Refusal(refusals.empty);
  if (text.length > REPORT_LIMIT) throw new Refusal(refusals.long);
  await transact(async () => {
    const found = await expectWritable(actor, id);
    if (found.reportText && !replace) throw new Refusal(refusals.hasText);
    await writeRow(actor, found, found, { reportText: text, writerName: actor.name, ...(titled && !found.reportTitle ? { reportTitle: title } : {}) });
    await audit(actor, { verb: "research.import", target: targetOf(found), changes: { file: [null, file.name], reportText: [length(found.reportText), length(text)] } });
  });
}

/** Takes one step of the report: power, order, then the row with its old state and version in the where. */
async function step(actor: AccountActor, at: At, event: ReportEvent, columns: object, reason?: string, check: (found: Kept) => void = () => undefined): Promise<Kept> {
  const found = await holdResearch(actor, at.id);
  demand(actor, event, found);
  const to = reportFlow.next(found.state, event);
  if (!to) throw new Refusal(event === "submit" && found.state === "SUBMITTED" ? refusals.submitted : refusals.notOpen(reportNames[found.state]));
  check(found);
  await writeRow(actor, found, at, { ...columns, state: to });
  await audit(actor, { verb: `research.${event}`, target: targetOf(found), changes: { state: [reportNames[found.state], reportNames[to]] }, ...(reason ? { reason } : {}) });
  return found;
}

/** Hands the report in; the office has its days to review it. Refuses one without words, without a finding, before it was held, and a second time. */
export const submit = (actor: AccountActor, at: At): Promise<void> =>
  transact(async () => {
    const found = await step(actor, at, "submit", { submittedAt: now(), submitterId: actor.accountId, submitterName: actor.name, reviewReason: null }, undefined, (of) => {
      if (!held.includes(of.activityState)) throw new Refusal(refusals.notHeld);
      if (!of.reportTitle || !of.reportText) throw new Refusal(refusals.noReport);
      if (of.findings === 0) throw new Refusal(refusals.noFinding);
    });
    await meetClock(actor, "research.report", at.id);
    await startClock(actor, { act: "research.review", subjectId: at.id, subjectName: `${found.title}的报告`, owner: { role: "OFFICE", unitId: null, accountId: null }, unitId: null, on: today() });
  });

/** Everybody who came or was to come, and who handed it in, learn what became of the report. */
async function tell(actor: AccountActor, of: Kept, result: string, note: string, must: boolean): Promise<void> {
  const rows = await db().participation.findMany({ where: { activityId: of.id, OR: [{ state: "ACCEPTED" }, { attendances: { some: { mark: { in: ["PRESENT", "LATE"] } } } }] }, select: { delegate: { select: { personId: true } } } });
  const letter = { kind: "research.decided", must, variables: { result, title: of.title, note: sentence(note) }, subject: { type: "Activity", id: of.id } } as const;
  const key = `research:${of.id}:${of.version}:decided`;
  await dispatch(actor, { ...letter, key, to: { persons: rows.map((row) => row.delegate.personId) }, href: `/my/researches/${of.id}` });
  const submitter = of.submitterId ? await db().grant.findFirst({ where: { accountId: of.submitterId, committeeId: of.committeeId, role: { in: ["OFFICE", "OFFICE_HEAD", "UNIT_LIAISON"] } }, select: { accountId: true } }) : null;
  if (submitter) await dispatch(actor, { ...letter, key: `${key}:desk`, to: { accounts: [submitter.accountId] }, href: `/manage/activities/${of.id}/research` });
}

const reviewed = (actor: AccountActor) => ({ reviewedAt: now(), reviewerName: actor.name });

/** Sends the report back with a reason; leader and organiser have their days again. */
export const sendBack = (actor: AccountActor, at: At, reason: string): Promise<void> =>
  transact(async () => {
    const found = await step(actor, at, "sendBack", { ...reviewed(actor), reviewReason: reason }, reason);
    await meetClock(actor, "research.review", at.id);
    const unit = await db().unit.findUniqueOrThrow({ where: { id: found.unitId }, select: { parentId: true } });
    const owner = unit.parentId === null ? { role: "OFFICE" as const, unitId: null, accountId: null } : { role: "UNIT_LIAISON" as const, unitId: found.unitId, accountId: null };
    await startClock(actor, { act: "research.report", subjectId: at.id, subjectName: `${found.title}的报告`, owner, unitId: found.unitId, on: today() });
    await tell(actor, found, "退回修改", `理由：${reason}`, true);
  });

/** Adopts the report: by whom and under which paper's number. */
export const adopt = (actor: AccountActor, at: At, { adoptedBy, adoptionPaper }: { adoptedBy: string; adoptionPaper: string }): Promise<void> =>
  transact(async () => {
    const found = await step(actor, at, "adopt", { ...reviewed(actor), adoptedBy, adoptionPaper }, `${adoptedBy}，${adoptionPaper}`);
    await meetClock(actor, "research.review", at.id);
    await tell(actor, found, "采纳", `${adoptedBy}采纳，${adoptionPaper}`, false);
  });

/** Files a report that is not adopted, with a reason. */
export const file = (actor: AccountActor, at: At, reason: string): Promise<void> =>
  transact(async () => {
    const found = await step(actor, at, "file", { ...reviewed(actor), reviewReason: reason }, reason);
    await meetClock(actor, "research.review", at.id);
    await tell(actor, found, "归档", `理由：${reason}`, false);
  });

const yes = (on: boolean): string => (on ? "是" : "否");

/** Opens an adopted report to every delegate of the committee, with or without its remarks, or closes it again. */
export const setPublication = (actor: AccountActor, at: At, { published, remarks }: { published: boolean; remarks: boolean }): Promise<void> =>
  transact(async () => {
    const found = await holdResearch(actor, at.id);
    demand(actor, "publish", found);
    if (found.state !== "ADOPTED") throw new Refusal(refusals.notAdopted);
    await writeRow(actor, found, at, { publishedAt: published ? (found.publishedAt ?? now()) : null, remarksOpen: published && remarks });
    await audit(actor, { verb: "research.publish", target: targetOf(found), changes: changesOf({ published: yes(found.publishedAt !== null), remarks: yes(found.remarksOpen) }, { published: yes(published), remarks: yes(published && remarks) }) });
  });

/** A remark is written once; two at once of the same words are one. */
async function keepRemark(actor: AccountActor, of: Kept, row: { byName: string; writtenOn: IsoDate; text: string; enteredBy: string | null }): Promise<void> {
  if (!remarkable.includes(of.state)) throw new Refusal(refusals.notRemarkable(reportNames[of.state]));
  const before = await listRemarks(actor, await getResearch(actor, of.id));
  if (before.length >= MOST_REMARKS) throw new Refusal(refusals.manyRemarks);
  if (before.some((r) => r.byName === row.byName && r.text === row.text && r.writtenOn === row.writtenOn)) throw new Refusal(refusals.remarkTwice);
  await db().researchRemark.create({ data: { ...row, writtenOn: dayOf(row.writtenOn), committeeId: of.committeeId, researchId: of.researchId }, select: { id: true } });
}

/** A leader's remark on a report handed in or adopted, under the own name and the day of today; nobody changes it afterwards. */
export const remark = (actor: AccountActor, id: string, text: string): Promise<void> =>
  transact(async () => {
    const found = await holdResearch(actor, id);
    demand(actor, "remark", found);
    await keepRemark(actor, found, { byName: actor.name, writtenOn: today(), text, enteredBy: null });
    await audit(actor, { verb: "research.remark", target: targetOf(found), changes: { remark: [null, text] } });
  });

/** A remark written on paper, entered by the office with its day: not before the report was handed in, not after today. */
export const enterRemark = (actor: AccountActor, id: string, { byName, writtenOn, remark: text }: { byName: string; writtenOn: IsoDate; remark: string }): Promise<void> =>
  transact(async () => {
    const found = await holdResearch(actor, id);
    demand(actor, "enterRemark", found);
    if (writtenOn > today()) throw new Refusal(refusals.notSaved, { writtenOn: [refusals.remarkFuture] });
    if (found.submittedAt && writtenOn < formatInstant(found.submittedAt).slice(0, 10)) throw new Refusal(refusals.notSaved, { writtenOn: [refusals.remarkEarly] });
    await keepRemark(actor, found, { byName, writtenOn, text, enteredBy: actor.name });
    await audit(actor, { verb: "research.enterRemark", target: targetOf(found), changes: { byName: [null, byName], writtenOn: [null, writtenOn], remark: [null, text] } });
  });
