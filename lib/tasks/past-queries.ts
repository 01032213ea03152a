import "server-only";
import { targetName, verbName } from "@/lib/audits/labels";
import { stateNames as correctionStates } from "@/lib/corrections/labels";
import type { AccountActor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { stateNames as importStates } from "@/lib/roster-imports/labels";
import { stateNames as ruleStates } from "@/lib/rules/labels";
import { stateNames as substitutionStates } from "@/lib/substitutions/labels";
import { stateNames as terminationStates } from "@/lib/terminations/labels";
import type { Prisma } from "@/prisma/client/client";
import { doneVerbs, startedVerbs } from "./past";
import { ownAccount } from "./policy";
import { PAGE } from "./queries";

const event = { seq: true, at: true, verb: true, targetType: true, targetId: true, targetName: true } satisfies Prisma.AuditEventSelect;

type Event = Prisma.AuditEventGetPayload<{ select: typeof event }>;

export type PastTask = { key: string; title: string; verb: string; when: string; href: string | null; state: string | null };

const inWords = (actor: AccountActor, verbs: typeof doneVerbs, e: Event, state: string | null): PastTask => ({
  key: String(e.seq), title: e.targetName ?? targetName(e.targetType), verb: verbName(e.verb), when: formatInstant(e.at), href: e.targetId ? (verbs[e.verb]?.(e.targetId, actor.role) ?? null) : null, state,
});

async function page(actor: AccountActor, verbs: typeof doneVerbs, at: number): Promise<{ rows: Event[]; total: number }> {
  const where = { committeeId: actor.committeeId, ...ownAccount(actor), role: actor.role, outcome: "DONE", verb: { in: Object.keys(verbs) } } satisfies Prisma.AuditEventWhereInput;
  const [rows, total] = await Promise.all([db().auditEvent.findMany({ where, select: event, orderBy: { seq: "desc" }, skip: (at - 1) * PAGE, take: PAGE }), db().auditEvent.count({ where })]);
  return { rows, total };
}

/** What the actor did under the present role, the latest first. */
export async function listDone(actor: AccountActor, at: number): Promise<{ rows: PastTask[]; total: number }> {
  const { rows, total } = await page(actor, doneVerbs, at);
  return { rows: rows.map((e) => inWords(actor, doneVerbs, e, null)), total };
}

/** Where what was begun stands now, by its id: one statement per kind on the page. */
async function statesOf(rows: readonly Event[]): Promise<Map<string, string>> {
  const ids = (type: string) => rows.flatMap((e) => (e.targetType === type && e.targetId ? [e.targetId] : []));
  const find = { select: { id: true, state: true } } as const;
  const [corrections, terminations, imports, settings, deputies] = await Promise.all([
    db().correctionRequest.findMany({ where: { id: { in: ids("CorrectionRequest") } }, ...find }), db().terminationCase.findMany({ where: { id: { in: ids("TerminationCase") } }, ...find }), db().rosterImport.findMany({ where: { id: { in: ids("RosterImport") } }, ...find }),
    db().ruleSetting.findMany({ where: { id: { in: ids("RuleSetting") } }, ...find }), db().substitution.findMany({ where: { id: { in: ids("Substitution") } }, ...find }),
  ]);
  return new Map([...settings.map((s): [string, string] => [s.id, ruleStates[s.state]]), ...deputies.map((s): [string, string] => [s.id, substitutionStates[s.state]]), ...corrections.map((c): [string, string] => [c.id, correctionStates[c.state]]), ...terminations.map((c): [string, string] => [c.id, terminationStates[c.state]]), ...imports.map((c): [string, string] => [c.id, importStates[c.state]])]);
}

/** What the actor began under the present role, the latest first, and where each stands now. */
export async function listStarted(actor: AccountActor, at: number): Promise<{ rows: PastTask[]; total: number }> {
  const { rows, total } = await page(actor, startedVerbs, at);
  const states = await statesOf(rows);
  return { rows: rows.map((e) => inWords(actor, startedVerbs, e, states.get(e.targetId ?? "") ?? null)), total };
}

/** What was sent to the actor to know of, each about a subject, the latest first. */
export async function listCopied(actor: AccountActor, at: number) {
  const where = { ...ownAccount(actor), must: false, subjectId: { not: null } } satisfies Prisma.MessageWhereInput;
  const [rows, total] = await Promise.all([
    db().message.findMany({ where, select: { id: true, title: true, senderName: true, sentAt: true, readAt: true, href: true }, orderBy: [{ sentAt: "desc" }, { id: "desc" }], skip: (at - 1) * PAGE, take: PAGE }), db().message.count({ where }),
  ]);
  return { rows: rows.map((m): PastTask => ({ key: m.id, title: m.title, verb: m.senderName, when: formatInstant(m.sentAt), href: m.href, state: m.readAt ? "已读" : "未读" })), total };
}
