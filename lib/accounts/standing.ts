import { now } from "@/lib/platform/clock";
import type { Prisma } from "@/prisma/client/client";
import type { Standing } from "./labels";

/** Accounts of one standing, as a where. */
export const ofStanding = (state: Standing): Prisma.AccountWhereInput => {
  switch (state) {
    case "disabled":
      return { disabledAt: { not: null } };
    case "expired":
      return { disabledAt: null, mustChangePassword: true, passwordExpiresAt: { lte: now() } };
    case "first":
      return { disabledAt: null, mustChangePassword: true, OR: [{ passwordExpiresAt: null }, { passwordExpiresAt: { gt: now() } }] };
    case "active":
      return { disabledAt: null, mustChangePassword: false };
  }
};

/** The standing of one account. */
export const standingOf = (account: { disabledAt: Date | null; mustChangePassword: boolean; passwordExpiresAt: Date | null }): Standing => {
  if (account.disabledAt) return "disabled";
  if (!account.mustChangePassword) return "active";
  return account.passwordExpiresAt && account.passwordExpiresAt <= now() ? "expired" : "first";
};
