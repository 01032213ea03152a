import type { UnitEvent } from "@/prisma/client/enums";
import { fieldNames, HIDDEN_UNIT, kindNames, movedHeads, otherSideNames, yesNo, type FieldName } from "./labels";
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

/** The units on the other side of a merge or split, and who went along. */
function toldOfOthers(event: UnitEvent, { others = [], heads = 0 }: ChangeFacts, known: Known): string[] {
  const names = others.map((unit) => (known(unit.id) ? unit.name : HIDDEN_UNIT));
  return otherSideNames[event] ? [`${otherSideNames[event]}：${[...new Set(names)].join("、") || "—"}`, ...(heads > 0 ? [movedHeads(heads)] : [])] : [];
}

/** One entry of the history as lines: what changed from what to what. Closing and reopening say all by their date. */
export function describeChange(event: UnitEvent, before: unknown, after: unknown, known: Known): string[] {
  if (event === "DEACTIVATE" || event === "REACTIVATE") return [];
  const [old, now] = [inWords(read(before), known), inWords(read(after), known)];
  const fields = Object.keys(now) as FieldName[];
  if (event === "ESTABLISH") return fields.filter((f) => now[f] !== yesNo(false)).map((f) => `${fieldNames[f]}：${now[f] ?? "—"}`);
  const told = toldOfOthers(event, read(after), known);
  if (event === "MERGE") return told;
  return [...told, ...fields.filter((f) => f === "parentId" || old[f] !== now[f]).map((f) => `${fieldNames[f]}：${old[f] ?? "—"} → ${now[f] ?? "—"}`)];
}
