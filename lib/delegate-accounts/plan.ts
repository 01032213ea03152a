// What is to be done for each delegate of a selection, decided from the accounts of the person alone. An account of the
// same person is used again; one of the three administrators' seats never is, for no administrator reads business data.
import { isSeat } from "@/lib/accounts/policy";
import { standingOf } from "@/lib/accounts/standing";
import type { AccountBatchKind, Role } from "@/prisma/client/enums";
import type { DelegateStanding } from "./labels";

export type HeldAccount = {
  id: string; username: string; version: number; disabledAt: Date | null; mustChangePassword: boolean; passwordExpiresAt: Date | null;
  grants: readonly { id: string; role: Role; endsOn: Date | null }[];
};

export type Obstacle = "held" | "none" | "disabled" | "inUse" | "otherRole" | "own" | "left";

export type Step =
  | { do: "open" }
  | { do: "reuse"; account: HeldAccount; grantId: string | null }
  | { do: "renew"; account: HeldAccount }
  | { do: "skip"; why: Obstacle };

const PRIORITY: DelegateStanding[] = ["active", "first", "expired", "disabled"];

const lets = (day: string) => (account: HeldAccount): boolean => account.grants.some((grant) => grant.role === "DELEGATE" && (grant.endsOn === null || grant.endsOn.toISOString().slice(0, 10) >= day));

/** The account that lets a delegate in on this day: of several the one that is in use; null when there is none. */
export function accountIn(accounts: readonly HeldAccount[], day: string): HeldAccount | null {
  const at = (account: HeldAccount) => PRIORITY.indexOf(standingOf(account));
  return accounts.filter(lets(day)).sort((a, b) => at(a) - at(b))[0] ?? null;
}

/** Whether the office may renew the password of an account: not where it opens anything but the own record of a delegate. */
export const onlyDelegate = (account: HeldAccount): boolean => account.grants.every((grant) => grant.role === "DELEGATE");

function toOpen(accounts: readonly HeldAccount[], actorAccountId: string): Step {
  const usable = accounts.filter((account) => !account.grants.some((grant) => isSeat(grant.role)));
  const account = usable.find((one) => !one.disabledAt);
  if (!account) return usable.length > 0 ? { do: "skip", why: "disabled" } : { do: "open" };
  if (account.id === actorAccountId) return { do: "skip", why: "own" };
  return { do: "reuse", account, grantId: account.grants.find((grant) => grant.role === "DELEGATE")?.id ?? null };
}

function toRenew(account: HeldAccount | null, used: boolean, actorAccountId: string): Step {
  if (!account) return { do: "skip", why: "none" };
  if (account.disabledAt) return { do: "skip", why: "disabled" };
  if (account.id === actorAccountId) return { do: "skip", why: "own" };
  if (!onlyDelegate(account)) return { do: "skip", why: "otherRole" };
  return account.mustChangePassword || used ? { do: "renew", account } : { do: "skip", why: "inUse" };
}

/**
 * The step for one delegate on the register. `accounts` are all of the person, oldest first. With `used` a password the
 * holder has made himself is replaced too, as when he forgot it.
 */
export function stepFor(kind: AccountBatchKind, accounts: readonly HeldAccount[], at: { day: string; accountId: string; used?: boolean }): Step {
  const own = accountIn(accounts, at.day);
  if (kind === "RENEW") return toRenew(own, at.used ?? false, at.accountId);
  if (own) return { do: "skip", why: own.disabledAt ? "disabled" : "held" };
  return toOpen(accounts, at.accountId);
}
