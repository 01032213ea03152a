import { isReady, type CheckedRow } from "./checked";

/** A place that will be made, and how many of the rows to be written stand in it; `of` is the delegation of a group. */
export type NewPlace = { name: string; of?: string; heads: number };
export type NewPlaces = { delegations: NewPlace[]; units: NewPlace[]; groups: NewPlace[] };

type Ref = { id: string } | { create: string } | null;

const made = (ref: Ref): string | null => (ref && "create" in ref ? ref.create : null);

/** The places that writing the ready rows makes, in the order of the sheet; the same rows and keys as the writing itself. */
export function newPlacesOf(rows: readonly CheckedRow[], delegationNames: ReadonlyMap<string, string>): NewPlaces {
  const found = { delegations: new Map<string, NewPlace>(), units: new Map<string, NewPlace>(), groups: new Map<string, NewPlace>() };
  const add = (places: Map<string, NewPlace>, key: string, place: Omit<NewPlace, "heads">) => places.set(key, { ...place, heads: (places.get(key)?.heads ?? 0) + 1 });
  for (const { values } of rows.filter(isReady)) {
    const [delegation, unit, group] = [made(values.delegation), made(values.electingUnit), made(values.group)];
    if (delegation) add(found.delegations, delegation, { name: delegation });
    if (unit) add(found.units, unit, { name: unit });
    if (!group) continue;
    const of = delegation ?? (values.delegation && "id" in values.delegation ? delegationNames.get(values.delegation.id) : undefined);
    add(found.groups, `${of ?? ""}|${group}`, { name: group, ...(of ? { of } : {}) });
  }
  return { delegations: [...found.delegations.values()], units: [...found.units.values()], groups: [...found.groups.values()] };
}

/** "2 个代表团、1 个党组织"; empty when there is none. */
export const countedPlaces = (counts: { delegations: number; units: number; groups: number }): string =>
  [[counts.delegations, "个代表团"], [counts.units, "个党组织"], [counts.groups, "个代表小组"]].flatMap(([count, name]) => (count ? [`${count} ${name}`] : [])).join("、");
