import type { Changes } from "@/lib/platform/audit";
import { formatInstant } from "@/lib/platform/clock";
import { csvField } from "@/lib/platform/spreadsheet/write";
import { fieldName, outcomeNames, roleName, targetName, verbName, type Outcome } from "./labels";
import { isOpen } from "./policy";

/** An event as it was recorded. */
export type Recorded = {
  seq: bigint; at: Date; actorName: string; role: string; verb: string; targetType: string; targetId: string | null; targetName: string | null;
  outcome: Outcome; changes: Changes | null; reason: string | null; requestId: string; address: string | null;
};

export type ChangedField = { field: string; values: { old: string; now: string } | null };

/** Changed fields by name; old and new value only where the kind of record is open. */
function changedFields(event: Pick<Recorded, "targetType" | "changes">): ChangedField[] {
  const open = isOpen(event.targetType);
  return Object.entries(event.changes ?? {}).map(([key, [old, now]]) => ({ field: fieldName(event.targetType, key), values: open ? { old: old ?? "无", now: now ?? "无" } : null }));
}

/** An event as the auditor reads it. Names, values and typed reasons of business records are left out; a refusal's reason is the program's own sentence. */
export function inWords(event: Recorded) {
  const open = isOpen(event.targetType);
  return {
    seq: String(event.seq), at: formatInstant(event.at), actorName: event.actorName, roleName: roleName(event.role), verb: event.verb, verbName: verbName(event.verb),
    outcome: event.outcome, outcomeName: outcomeNames[event.outcome], targetType: targetName(event.targetType), targetId: event.targetId, targetName: open ? event.targetName : null, open,
    changes: changedFields(event), reason: open || event.outcome === "REFUSED" ? event.reason : null, requestId: event.requestId, address: event.address,
  };
}

export type AuditRow = ReturnType<typeof inWords>;

const changeText = ({ field, values }: ChangedField) => (values ? `${field}：${values.old} → ${values.now}` : field);

/** One line of the exported table, in the order of columnNames; no program takes a field for a formula. */
export const csvLine = (row: AuditRow): string =>
  [
    row.seq, row.at, row.actorName, row.roleName, row.verbName, row.outcomeName, row.targetType, row.targetId ?? "", row.targetName ?? "",
    row.changes.map(changeText).join("；"), row.reason ?? "", row.address ?? "", row.requestId,
  ].map(csvField).join(",");
