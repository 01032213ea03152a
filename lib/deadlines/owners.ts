import type { Role } from "@/prisma/client/enums";

/** Who is to act: one account, or everybody who holds the role (on that unit or above it). */
export type Owner = { role: Role; unitId: string | null; accountId: string | null };
export type Audience = { accounts: string[]; holders: { role: Role; unitId: string | null }[] };

export const toOwner = ({ role, unitId, accountId }: Owner): Audience => (accountId ? { accounts: [accountId], holders: [] } : { accounts: [], holders: [{ role, unitId }] });

/** A seat an account holds in its own name; `path` is that of its unit, null where it covers the whole committee. */
export type OwnSeat = { role: Role; path: string | null };

/** Whether the account is to act itself: it is the one named, or holds the role on that unit or above it. */
export const owes = (accountId: string | null, seats: readonly OwnSeat[], of: Owner & { path: string | null }): boolean =>
  of.accountId ? of.accountId === accountId : seats.some(({ role, path }) => role === of.role && (of.path === null || path === null || of.path.startsWith(path)));

/** Who answers for an owner: a delegate's liaison, the head of the office, and for a unit those who hold its role one level up. */
export function toHead({ role, unitId }: Owner, counted: { id: string; parentId: string | null }): Audience {
  if (role === "DELEGATE") return { accounts: [], holders: [{ role: "UNIT_LIAISON", unitId: counted.id }] };
  if (role === "OFFICE" || role === "OFFICE_HEAD") return { accounts: [], holders: [{ role: "OFFICE_HEAD", unitId: null }] };
  return unitId && counted.parentId ? { accounts: [], holders: [{ role, unitId: counted.parentId }] } : { accounts: [], holders: [] };
}

export const toRole = (role: Role): Audience => ({ accounts: [], holders: [{ role, unitId: null }] });

export const both = (a: Audience, b: Audience): Audience => ({ accounts: [...a.accounts, ...b.accounts], holders: [...a.holders, ...b.holders] });
