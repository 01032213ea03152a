import { randomBytes, randomUUID } from "node:crypto";
import { v7 as newId } from "uuid";
import { hashPassword } from "@/lib/accounts/hashing";
import { signIn } from "@/lib/accounts/service";
import { mint, type AccountActor, type Role } from "@/lib/platform/actor";
import { publicActor } from "@/lib/platform/session";
import { ownerQuery } from "./database";

const SEATS: Role[] = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"];

export const PASSWORD = "雨后山色 分外清朗";

let hash: Promise<string> | undefined;

/** An account with its own password and these roles, written straight into the tables. */
export async function plantAccount(committeeId: string, ...roles: Role[]) {
  const [id, username] = [newId(), `u${randomBytes(6).toString("hex")}`];
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "mustChangePassword", "committeeId") VALUES ($1, $2, '沈文清', $3, false, $4)`,
    [id, username, await (hash ??= hashPassword(PASSWORD)), committeeId]);
  const grants: string[] = [];
  for (const role of roles) grants.push(await plantGrant(id, committeeId, role));
  return { id, username, grants };
}

export type Planted = Awaited<ReturnType<typeof plantAccount>>;

export async function plantGrant(accountId: string, committeeId: string, role: Role): Promise<string> {
  const id = newId();
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "adminSeat") VALUES ($1, $2, $3::"Role", $4, $5)`, [id, accountId, role, committeeId, SEATS.includes(role) ? true : null]);
  return id;
}

/** The account acting under its first grant. */
export const actingAs = (account: Planted, role: Role, committeeId: string): AccountActor =>
  mint<AccountActor>({
    role, committeeId, name: "沈文清", accountId: account.id, sessionId: newId(), grantId: account.grants[0] ?? newId(), unitId: null, unitIds: [], personId: null,
    requestId: randomUUID(), address: "192.0.2.7",
  });

/** Signs in and returns the token, as another browser would. */
export const tokenOf = async (account: { username: string }, password = PASSWORD): Promise<string> => (await signIn(await publicActor(), { username: account.username, password })).token;

export const versionOf = async (id: string): Promise<number> => (await ownerQuery<{ version: number }>(`SELECT version FROM "Account" WHERE id = $1`, [id]))[0]?.version ?? 0;

export const liveSessions = async (accountId: string): Promise<number> =>
  Number((await ownerQuery<{ n: string }>(`SELECT count(*) AS n FROM "Session" WHERE "accountId" = $1 AND "revokedAt" IS NULL`, [accountId]))[0]?.n);

export const auditOf = (targetId: string, verb: string) =>
  ownerQuery<{ outcome: string; actorName: string; targetName: string | null; changes: Record<string, unknown> | null; reason: string | null; address: string | null }>(
    `SELECT * FROM "AuditEvent" WHERE "targetId" = $1 AND verb = $2 ORDER BY seq`, [targetId, verb]);
