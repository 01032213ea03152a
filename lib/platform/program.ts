import "server-only";
import type { Role } from "@/prisma/client/enums";
import { mint, type AccountActor, type SystemActor } from "./actor";

/** The program acting for one committee, in a job or the seed. */
export const systemActor = (committeeId: string, requestId: string): SystemActor =>
  mint<SystemActor>({ role: "SYSTEM", accountId: null, committeeId, name: "系统", requestId, address: null });

/** An account acting outside a request: a job it started. */
export const jobActor = (facts: { accountId: string; name: string; role: Role; committeeId: string; requestId: string; grantId?: string; unitId?: string | null; unitIds?: readonly string[]; personId?: string | null }): AccountActor =>
  mint<AccountActor>({ grantId: "", unitId: null, unitIds: [], personId: null, ...facts, sessionId: "", address: null });
