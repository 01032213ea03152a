import type { UnitEvent } from "@/prisma/client/enums";
import { fieldNames, HIDDEN_UNIT, kindNames, yesNo, type FieldName } from "./labels";
import { changeFacts, type ChangeFacts } from "./schema";

type Known = (unitId: string) => boolean;

const parentOf = (facts: ChangeFacts, known: Known) =>
  facts.parentId ? (known(facts.parentId) ? (facts.parentName ?? "—") : HIDDEN_UNIT) : "—";

/** Facts of a unit as people read them; `known` says of which units the reader may see the name. */
export function inWords(facts: ChangeFacts, known: Known = () => true): Partial<Record<FieldName, string | null>> {
  return {
    ...(facts.name === undefined ? {} : { name: facts.name }),
    ...(facts.kind === undefined ? {} : { kind: kindNames[facts.kind] }),
    ...(facts.parentId === undefined ? {} : { parentId: parentOf(facts, known) }),
    ...(facts.isElecting === undefined ? {} : { isElecting: yesNo(facts.isElecting) }),
    ...(facts.isHandling === undefined ? {} : { isHandling: yesNo(facts.isHandling) }),
    ...(facts.activeTo === undefined ? {} : { activeTo: facts.activeTo }),
  };
}

const read = (stored: unknown): ChangeFacts => changeFacts.safeParse(stored ?? {}).data ?? {};

/** One entry of the history as lines: what changed from what to what. Closing and reopening say all by their date. */
export function describeChange(event: UnitEvent, before: unknown, after: unknown, known: Known): string[] {
  if (event === "DEACTIVATE" || event === "REACTIVATE") return [];
  const [old, now] = [inWords(read(before), known), inWords(read(after), known)];
  const fields = Object.keys(now) as FieldName[];
  if (event === "ESTABLISH") return fields.filter((f) => now[f] !== yesNo(false)).map((f) => `${fieldNames[f]}：${now[f] ?? "—"}`);
  return fields.filter((f) => f === "parentId" || old[f] !== now[f]).map((f) => `${fieldNames[f]}：${old[f] ?? "—"} → ${now[f] ?? "—"}`);
}
