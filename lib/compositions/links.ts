import { hrefOf } from "@/lib/delegates/filters";
import type { Scope } from "@/lib/delegates/labels";
import { total, type Figure } from "./figures";

/** Which people within the term: all, one delegation, or one electing unit ("none": not filled in). */
export type Place = { delegation?: string; unit?: string };

export type Basis = { termId: string; on: string; asOf?: string | null; scope: Scope };

/** The roster's filters that list exactly the people of a figure at a place. */
export const filtersOf = (figure: Pick<Figure, "filters">, place: Place, basis: Basis) => ({ term: basis.termId, scope: basis.scope, on: basis.on, asOf: basis.asOf ?? undefined, ...place, ...figure.filters });

/** The address of the people behind a figure, in the roster at `roster`. */
export const rosterLink = (roster: string, basis: Basis) => (figure: Pick<Figure, "filters">, place: Place = {}): string => hrefOf(roster, filtersOf(figure, place, basis));

type LinkTo = (figure: Pick<Figure, "filters">, place?: Place) => string;

/**
 * Addresses in two parts, as a table of hundreds tells them to the browser: that of everybody, and what a figure or a
 * place adds behind it. Without `linkTo` there is no address.
 */
export function addressParts(linkTo: LinkTo | undefined): { everybody?: string; queryOf: LinkTo } {
  if (!linkTo) return { queryOf: () => "" };
  const everybody = linkTo(total);
  return { everybody, queryOf: (figure, place) => linkTo(figure, place).slice(everybody.length) };
}

/** The composition's own address with the same basis; `day` only when the address asked for one. */
export function compositionLink(page: string, of: { term?: string; on?: string | undefined; asOf?: string | null; scope: Scope; by?: string }): string {
  const pairs = Object.entries({ term: of.term, on: of.on, asOf: of.asOf ?? undefined, scope: of.scope === "register" ? undefined : of.scope, by: of.by === "unit" ? "unit" : undefined });
  const query = new URLSearchParams(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined)).toString();
  return query ? `${page}?${query}` : page;
}
