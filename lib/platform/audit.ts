import "server-only";
import type { Prisma } from "@/prisma/client/client";
import type { Actor } from "./actor";
import { db, pool } from "./db";
import type { Forbidden, NotFound } from "./errors";
import { rowsJson } from "./rows";

/** Old and new value of each changed field, already masked where the field is. */
export type Changes = Record<string, [old: string | null, now: string | null]>;

export type Act = {
  /** noun.verb, e.g. "unit.rename" */
  verb: string;
  target: { type: string; id?: string | null; name?: string | null };
  changes?: Changes;
  reason?: string;
};

/** An id as somebody sent it may hold what no text column takes. */
const printable = (id: string | null | undefined): string | null => id?.replace(/\p{Cc}/gu, "").slice(0, 100) ?? null;

const isEmpty = (changes: Changes | undefined): boolean => !changes || Object.keys(changes).length === 0;

const row = (actor: Actor, act: Act, outcome: "DONE" | "REFUSED"): Prisma.AuditEventCreateManyInput => ({
  committeeId: actor.committeeId,
  accountId: actor.accountId,
  actorName: actor.name,
  role: actor.role,
  verb: act.verb,
  targetType: act.target.type,
  targetId: printable(act.target.id),
  targetName: act.target.name ?? null,
  outcome,
  ...(isEmpty(act.changes) ? {} : { changes: act.changes }),
  reason: act.reason ?? null,
  requestId: actor.requestId,
  address: actor.address,
});

/** Records an act in the transaction of the act itself; if this fails, the act does not happen. */
export const audit = async (actor: Actor, act: Act): Promise<void> => {
  await db().auditEvent.createMany({ data: [row(actor, act, "DONE")] });
};

/** Many acts of one actor at once (imports), in one statement that says once what they share. */
export const auditMany = async (actor: Actor, acts: Act[]): Promise<void> => {
  const rows = acts.map(({ verb, target, changes, reason }) => ({ verb, targetType: target.type, targetId: printable(target.id), targetName: target.name, changes: isEmpty(changes) ? undefined : changes, reason }));
  await db().$executeRaw`
    INSERT INTO "AuditEvent" ("committeeId", "accountId", "actorName", role, "requestId", address, outcome, verb, "targetType", "targetId", "targetName", changes, reason)
    SELECT ${actor.committeeId}::uuid, ${actor.accountId}::uuid, ${actor.name}, ${actor.role}, ${actor.requestId}, ${actor.address}, 'DONE', r.verb, r."targetType", r."targetId", r."targetName", r.changes, r.reason
    FROM json_populate_recordset(NULL::"AuditEvent", ${rowsJson(rows)}::json) r`;
};

/** Records a refusal outside the act's own transaction, which is rolled back. */
export const auditRefusal = async (actor: Actor, refused: Forbidden | NotFound): Promise<void> => {
  const verb = "verb" in refused ? refused.verb : `${refused.target.type.toLowerCase()}.find`;
  await pool().auditEvent.createMany({ data: [row(actor, { verb, target: refused.target, reason: refused.message }, "REFUSED")] });
};

/** The fields in which two flat records differ, as text; `mask` hides sensitive values. */
export function changesOf(before: Record<string, unknown>, after: Record<string, unknown>, mask: Record<string, (v: string) => string> = {}): Changes {
  const text = (key: string, v: unknown) => {
    if (v === null || v === undefined || v === "") return null;
    const plain = v instanceof Date ? v.toISOString().slice(0, 10) : Array.isArray(v) ? v.join("、") : String(v);
    return mask[key] ? mask[key](plain) : plain;
  };
  const changes: Changes = {};
  for (const key of Object.keys(after)) {
    const [old, now] = [text(key, before[key]), text(key, after[key])];
    const same = mask[key] ? String(before[key] ?? "") === String(after[key] ?? "") : old === now;
    if (!same) changes[key] = [old, now];
  }
  return changes;
}
