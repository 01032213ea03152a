// An account is in use or stopped; nothing is ever deleted, because the audit names it (cybersecurity law, art. 21:
// records are kept at least six months).
import { defineFlow } from "@/lib/platform/flow";

export type AccountState = "ACTIVE" | "DISABLED";
export type AccountEvent = "resetPassword" | "endSessions" | "disable" | "enable";

export const accountFlow = defineFlow<AccountState, AccountEvent>("ACTIVE", {
  ACTIVE: { resetPassword: "ACTIVE", endSessions: "ACTIVE", disable: "DISABLED" },
  DISABLED: { enable: "ACTIVE" },
});
