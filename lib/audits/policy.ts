// Power over the audit. Only the audit administrator reads it, only of the own committee, and reads no business data in
// it: of records outside the keeping of accounts, the id and the names of changed fields, never a name or a value
// (three administrators: SECURITY.md, promise 5).
import type { Actor } from "@/lib/platform/actor";

export type AuditAct = "read" | "export";
type Rule = (actor: Actor) => boolean;

const auditor: Rule = (actor) => actor.role === "AUDIT_ADMIN";

const who: Record<AuditAct, Rule> = { read: auditor, export: auditor };

export const may = (actor: Actor, act: AuditAct): boolean => who[act](actor);

const OPEN_TARGETS = ["Account", "Grant", "Substitution", "Session", "AuditEvent"];

/** Whether names and values of this kind of record may be read in the audit. */
export const isOpen = (targetType: string): boolean => OPEN_TARGETS.includes(targetType);
