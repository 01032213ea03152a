// Power over accounts. The system administrator keeps accounts and never gives rights; the own account is changed on
// the own page only, so nobody stops or resets himself by mistake (three administrators: SECURITY.md, promise 5).
// The office opens the accounts of delegates alone, whose one right, the own record, follows from the mandate; whether
// an account is such a one is asked by lib/delegate-accounts.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { Role } from "@/prisma/client/enums";
import { accountFlow, type AccountEvent, type AccountState } from "./flow";

/** The three administrators: an account holds at most one of these seats, and none beside another role. */
export const SEATS = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"] as const satisfies readonly Role[];
export const isSeat = (role: Role): boolean => SEATS.some((seat) => seat === role);

export type AccountFacts = { committeeId: string; id?: string };
export type AccountAct = "list" | "create" | "openDelegate" | "renewDelegate" | AccountEvent;
type Rule = (actor: Actor, account: AccountFacts) => boolean;

const keeper: Rule = (actor, account) => actor.role === "SYSTEM_ADMIN" && actor.committeeId === account.committeeId;
const keeperOfOthers: Rule = (actor, account) => keeper(actor, account) && actor.accountId !== account.id;
const program: Rule = (actor, account) => actor.role === "SYSTEM" && actor.committeeId === account.committeeId;
const office: Rule = (actor, account) => (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && actor.committeeId === account.committeeId;
const any = (...rules: Rule[]): Rule => (actor, account) => rules.some((rule) => rule(actor, account));

const who: Record<AccountAct, Rule> = {
  list: keeper,
  create: any(keeper, program),
  openDelegate: office,
  renewDelegate: office,
  resetPassword: any(keeperOfOthers, program),
  endSessions: keeperOfOthers,
  disable: keeperOfOthers,
  enable: keeperOfOthers,
};

export const may = (actor: Actor, act: AccountAct, account: AccountFacts): boolean => who[act](actor, account);

/** What the actor can do with this account now, in the order of the flow. */
export const openTo = (actor: Actor, account: AccountFacts & { state: AccountState }): AccountEvent[] =>
  accountFlow.open(account.state).filter((event) => may(actor, event, account));

/** Which accounts the actor may know of. */
export function visibleTo(actor: Actor): Prisma.AccountWhereInput {
  switch (actor.role) {
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "AUDIT_ADMIN":
    case "OFFICE":
    case "OFFICE_HEAD":
    case "UNIT_LIAISON":
    case "DELEGATE":
    case "LEADER":
    case "HANDLING_UNIT":
    case "SUPERVISOR":
      return { id: actor.accountId };
    case "PUBLIC":
      return { id: { in: [] } };
  }
}
