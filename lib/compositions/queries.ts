import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import { today } from "@/lib/platform/clock";
import type { Scope } from "@/lib/delegates/labels";
import { getRosterFrame } from "@/lib/delegates/queries";
import { referenceDay } from "@/lib/terms/reference-day";
import { countingSql } from "./counting-sql";
import { figures } from "./figures";
import { assemble, type Composition, type CountedRow } from "./grouping";
import { refusals } from "./labels";
import { may, visibleTo } from "./policy";
import type { Target } from "./targets";

/**
 * The composition of one term as the actor may see it, in one statement over the delegates. Null when the committee has
 * no term yet; Forbidden for roles that do not read it; NotFound for a term of another committee.
 */
export async function getComposition(actor: Actor, filters: { scope: Scope; term?: string | undefined; on?: string | undefined; asOf?: string | undefined }): Promise<Composition | null> {
  if (!may(actor, "view", { committeeId: actor.committeeId ?? "" })) throw new Forbidden("composition.view", { type: "Term", id: filters.term ?? null }, refusals.view);
  const frame = await getRosterFrame(actor, filters, today());
  if (!frame) return null;
  const rows = await db().$queryRaw<CountedRow[]>(countingSql(actor, { termId: frame.termId, on: frame.on, asOf: frame.asOf, scope: filters.scope }));
  return assemble(frame, filters.scope, rows);
}

/** The terms one may turn to on the page, the latest first. */
export async function listTermChoices(actor: Actor): Promise<{ id: string; name: string }[]> {
  const committeeId = actor.committeeId ?? "";
  if (!may(actor, "view", { committeeId })) return [];
  return db().term.findMany({ where: { committeeId }, select: { id: true, name: true }, orderBy: [{ startsOn: "desc" }, { id: "asc" }] });
}

/** The requirements of a term in the order of the figures; none for those who may not know of them. */
export async function listTargets(actor: Actor, termId: string): Promise<Target[]> {
  const targets = await db().compositionTarget.findMany({
    where: { AND: [visibleTo(actor), { termId }] },
    select: { id: true, dimension: true, operator: true, measure: true, value: true, version: true },
    orderBy: { operator: "asc" },
  });
  const place = (t: { dimension: string }) => figures.findIndex((f) => f.key === t.dimension);
  return targets.map(({ value, ...target }) => ({ ...target, tenths: value.mul(10).toNumber() })).sort((a, b) => place(a) - place(b));
}

/** `unset` is the day that counts while none is set. */
export type Reference = { termId: string; termName: string; ageReferenceOn: string | null; unset: ReturnType<typeof referenceDay>; version: number };

/** The day ages are counted to in a term as the office has set it, with the version to save over. */
export async function getReference(actor: Actor, termId: string): Promise<Reference> {
  const where = { id: termId, committeeId: actor.committeeId ?? "" };
  const term = may(actor, "view", where) ? await db().term.findFirst({ where, select: { name: true, ageReferenceOn: true, congressFrom: true, endsOn: true, version: true } }) : null;
  if (!term) throw new NotFound({ type: "Term", id: termId });
  const iso = (d: Date) => d.toISOString().slice(0, 10);
  const unset = referenceDay({ ageReferenceOn: null, congressFrom: term.congressFrom && iso(term.congressFrom), endsOn: iso(term.endsOn) }, today());
  return { termId, termName: term.name, ageReferenceOn: term.ageReferenceOn && iso(term.ageReferenceOn), unset, version: term.version };
}
