import type { Findings } from "./findings";
import type { RosterRow } from "./check";

export type SameName = { name: string; rows: Array<{ sheet: string; row: number }> };

/**
 * Holds the rows of one file against each other. Same ID number: the later row is wrong. Without it, same name, sex,
 * birth month and delegation: the later row waits. Same name alone is only said.
 */
export function findDoubles(rows: readonly RosterRow[], findingsOf: (row: RosterRow) => Findings): SameName[] {
  const firstById = new Map<string, RosterRow>();
  const byName = new Map<string, RosterRow[]>();
  const doubled = new Set<RosterRow>();
  for (const row of rows) {
    const { idNumber, name } = row.values;
    const first = idNumber ? firstById.get(idNumber) : undefined;
    if (idNumber && !first) firstById.set(idNumber, row);
    if (first) {
      doubled.add(row);
      findingsOf(row).error("idNumber", "ID_REPEATED", `身份证号与${where(first, row)}相同，同一人只能出现一次，请核对后删去或改正其中一行`);
    }
    const group = byName.get(name);
    if (group) group.push(row);
    else if (name) byName.set(name, [row]);
  }
  const groups = [...byName].filter(([, group]) => group.length > 1);
  for (const [, group] of groups) compareNamesakes(group, doubled, findingsOf);
  return groups.map(([name, group]) => ({ name, rows: group.map(({ sheet, row }) => ({ sheet, row })) }));
}

function compareNamesakes(group: RosterRow[], doubled: Set<RosterRow>, findingsOf: (row: RosterRow) => Findings): void {
  const alike = new Map<string, RosterRow[]>();
  for (const row of group) {
    if (doubled.has(row)) continue;
    const key = keyOf(row);
    const before = (key && alike.get(key)) || [];
    const same = before.find((other) => !row.values.idNumber || !other.values.idNumber);
    before.push(row);
    if (key) alike.set(key, before);
    if (same) {
      findingsOf(row).doubt("name", "SAME_PERSON", `与${where(same, row)}的姓名、性别、出生年月、代表团都相同，是同一人请删去一行，确为两人请附理由接受`);
      continue;
    }
    const others = group.slice(0, 4).filter((other) => other !== row).slice(0, 3);
    findingsOf(row).note("name", "SAME_NAME", `与${others.map((other) => where(other, row)).join("、")}同名，请留意是否为同一人`);
  }
}

/** Sex, birth month and delegation together; empty when the birth month is not known. */
function keyOf({ values: { sex, birthMonth, delegation } }: RosterRow): string {
  return birthMonth ? JSON.stringify([sex, birthMonth, delegation]) : "";
}

function where(other: RosterRow, from: RosterRow): string {
  return other.sheet === from.sheet ? `第 ${other.row} 行` : `“${other.sheet}”第 ${other.row} 行`;
}
