import "server-only";
import { validate as isId } from "uuid";
import { fieldNames as delegateFields } from "@/lib/delegates/labels";
import { getDelegate, getOwnDelegate, type DelegateRecord } from "@/lib/delegates/queries";
import { correctableFields, type CorrectableField } from "@/lib/delegates/schema";
import { mandateOf, personOf, shown } from "@/lib/delegates/written";
import { listLiaisons } from "@/lib/grants/queries";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { openStates } from "./flow";
import { stateName, verbNames } from "./labels";
import { openTo, visibleTo } from "./policy";
import type { CorrectionFilters } from "./schema";
import { openValue } from "./sealed";

const record = {
  id: true, committeeId: true, delegateId: true, state: true, reason: true, note: true, submittedAt: true, version: true,
  fields: { select: { id: true, field: true, oldCipher: true, newCipher: true } },
  proof: { select: { fileName: true, size: true, uploadedAt: true } },
  delegate: { select: { status: true, personId: true, unitId: true, unit: { select: { name: true, path: true } }, person: { select: { name: true } }, delegation: { select: { name: true } } } },
} satisfies Prisma.CorrectionRequestSelect;

type Stored = Prisma.CorrectionRequestGetPayload<{ select: typeof record }>;
type Liaison = Awaited<ReturnType<typeof listLiaisons>>[number];

const covers = (liaisons: Liaison[], personId: string, path: string) => liaisons.some((l) => l.personId !== personId && path.startsWith(l.path));
const inOrder = <T extends { field: string }>(fields: T[]) => [...fields].sort((a, b) => correctableFields.indexOf(a.field as CorrectableField) - correctableFields.indexOf(b.field as CorrectableField));

/** One field of a request; `old` and `now` in words and masked like the live record, `value` and `was` as they are sealed. */
const fieldOf = ({ id, field, oldCipher, newCipher }: Stored["fields"][number]) => {
  const [was, value] = [openValue("old", id, oldCipher), openValue("new", id, newCipher)];
  return { id, field: field as CorrectableField, label: delegateFields[field] ?? field, was, value, old: shown(field, was), now: shown(field, value) };
};

/** A request with the steps open to whoever reads it. */
function told(actor: Actor, { delegate, fields, ...found }: Stored, liaisons: Liaison[]) {
  const hasLiaison = covers(liaisons, delegate.personId, delegate.unit.path);
  const facts = { committeeId: found.committeeId, unitId: delegate.unitId, personId: delegate.personId, active: delegate.status === "ACTIVE" };
  return {
    ...found, facts, hasLiaison, status: delegate.status, stateName: stateName(found.state, hasLiaison), name: delegate.person.name, unit: delegate.unit.name, delegation: delegate.delegation.name,
    submitted: formatInstant(found.submittedAt), fields: inOrder(fields).map(fieldOf), open: openTo(actor, { ...facts, state: found.state, hasLiaison }),
  };
}

export type Correction = ReturnType<typeof told>;
export type AskedField = Correction["fields"][number];

/** One request; NotFound outside the actor's sight. */
export async function getCorrection(actor: Actor, id: string): Promise<Correction> {
  const [found, liaisons] = await Promise.all([isId(id) ? db().correctionRequest.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null, listLiaisons(actor)]);
  if (!found) throw new NotFound({ type: "CorrectionRequest", id });
  return told(actor, found, liaisons);
}

/** The values a delegate's record holds now, as a request keeps them. */
export function presentValues(d: DelegateRecord): Record<CorrectableField, string | null> {
  const values = { ...personOf(d.person), ...mandateOf(d) };
  return Object.fromEntries(correctableFields.map((field) => [field, values[field]])) as Record<CorrectableField, string | null>;
}

/** A request beside the record as it is now. `moved` fields were changed by others after the request; `seen` is the version of all that was shown. */
export async function getComparison(actor: Actor, id: string) {
  const found = await getCorrection(actor, id);
  const d = await getDelegate(actor, found.delegateId);
  const present = presentValues(d);
  const rows = found.fields.map((f) => ({ ...f, present: shown(f.field, present[f.field]), moved: found.state !== "APPROVED" && present[f.field] !== f.was }));
  return { ...found, rows, seen: `${found.version}.${d.version}.${d.person.version}` };
}

export type Comparison = Awaited<ReturnType<typeof getComparison>>;

const under = (liaisons: Liaison[]): Prisma.CorrectionRequestWhereInput => ({ OR: [...new Set(liaisons.map((l) => l.path))].map((path) => ({ delegate: { unit: { path: { startsWith: path } } } })) });

/** Submitted requests no liaison stands for: of a unit without one, and of those who are their unit's only liaison. */
function alone(liaisons: Liaison[]): Prisma.CorrectionRequestWhereInput {
  const selves = [...new Set(liaisons.flatMap((l) => l.personId ?? []))];
  return { state: "SUBMITTED", OR: [{ NOT: under(liaisons) }, ...selves.map((personId) => ({ delegate: { personId }, NOT: under(liaisons.filter((l) => l.personId !== personId)) }))] };
}

/** What a shelf of the list holds; a row stands on the shelf its state is named after, also where no liaison is to come first. */
function shelved(actor: Actor, state: CorrectionFilters["state"], liaisons: Liaison[]): Prisma.CorrectionRequestWhereInput {
  const toConfirm: Prisma.CorrectionRequestWhereInput = { state: "SUBMITTED", NOT: alone(liaisons) };
  const toApprove: Prisma.CorrectionRequestWhereInput = { OR: [{ state: "CONFIRMED" }, alone(liaisons)] };
  if (state === "todo") return { AND: [actor.role === "UNIT_LIAISON" ? toConfirm : toApprove, "personId" in actor && actor.personId ? { NOT: { delegate: { personId: actor.personId } } } : {}] };
  if (state === "SUBMITTED") return toConfirm;
  if (state === "CONFIRMED") return toApprove;
  return state === undefined ? {} : { state: state === "open" ? { in: openStates } : state };
}

const matching = (actor: Actor, { state, q }: Pick<CorrectionFilters, "state" | "q">, liaisons: Liaison[]): Prisma.CorrectionRequestWhereInput => ({ AND: [shelved(actor, state, liaisons), q ? { delegate: { person: { name: { contains: q } } } } : {}] });

export const PAGE = 20;

/** Requests the actor may know of, those still open first, the latest on top, and how many there are. */
export async function listCorrections(actor: Actor, filters: CorrectionFilters): Promise<{ rows: Correction[]; total: number }> {
  const liaisons = await listLiaisons(actor);
  const where = { AND: [visibleTo(actor), matching(actor, filters, liaisons)] };
  const [rows, total] = await Promise.all([
    db().correctionRequest.findMany({ where, select: record, orderBy: [{ state: "asc" }, { submittedAt: "desc" }, { id: "desc" }], skip: (filters.page - 1) * PAGE, take: PAGE }),
    db().correctionRequest.count({ where }),
  ]);
  return { rows: rows.map((row) => told(actor, row, liaisons)), total };
}

/** How many requests each of several filters lists. */
export async function countCorrections(actor: Actor, states: readonly CorrectionFilters["state"][], q?: string): Promise<number[]> {
  const liaisons = await listLiaisons(actor);
  return Promise.all(states.map((state) => db().correctionRequest.count({ where: { AND: [visibleTo(actor), matching(actor, { state, q }, liaisons)] } })));
}

/** Fields of the own record a request is already under way for. */
export async function listOpenFields(actor: Actor, delegateId: string): Promise<string[]> {
  const rows = await db().correctionField.findMany({ where: { request: { AND: [visibleTo(actor), { delegateId, state: { in: openStates } }] } }, select: { field: true }, take: correctableFields.length });
  return rows.map((row) => row.field);
}

/** What a request starts from: the own delegate, whether it may ask now, and the fields already asked for. */
export async function getOwnBeginning(actor: Actor): Promise<{ d: DelegateRecord; active: boolean; taken: string[] } | null> {
  const d = await getOwnDelegate(actor);
  return d && { d, active: d.status === "ACTIVE", taken: await listOpenFields(actor, d.id) };
}

const QUIET = ["correction.reveal", "correction.readProof"];

/** Who took which step of a request, the latest first; that somebody looked at it is no step. */
export async function listSteps(actor: Actor, of: Correction) {
  const events = await db().auditEvent.findMany({
    where: { committeeId: of.committeeId, targetType: "CorrectionRequest", targetId: of.id, outcome: "DONE", verb: { notIn: QUIET } }, select: { seq: true, at: true, actorName: true, verb: true, reason: true }, orderBy: { seq: "desc" }, take: 100,
  });
  const own = actor.role === "DELEGATE";
  return events.map((e) => ({ key: String(e.seq), title: (verbNames[e.verb] ?? e.verb).replace("更正申请：", ""), when: formatInstant(e.at), by: own && e.actorName === actor.name ? "本人" : e.actorName, reason: e.reason }));
}

export type Step = Awaited<ReturnType<typeof listSteps>>[number];
