import { v7 as newId } from "uuid";
import { mint, type AccountActor, type Role } from "@/lib/platform/actor";
import { actorOf } from "./committee";
import { ownerQuery } from "./database";

type Seat = { role: Role; name?: string; units?: string[]; personId?: string; disabled?: boolean; endsOn?: string };

/** Somebody with an account and one grant, as the relay finds them, and as an actor. */
export async function seated(committeeId: string, { role, name = "某人", units = [], personId, disabled, endsOn }: Seat): Promise<AccountActor> {
  const actor = mint<AccountActor>({ ...actorOf(role, committeeId, units, name), personId: personId ?? null });
  await ownerQuery(`INSERT INTO "Account" (id, username, "displayName", "passwordHash", "mustChangePassword", "committeeId", "personId", "disabledAt") VALUES ($1, $2, $3, 'x', false, $4, $5, $6)`,
    [actor.accountId, `u${actor.accountId}`, name, committeeId, personId ?? null, disabled ? new Date() : null]);
  await ownerQuery(`INSERT INTO "Grant" (id, "accountId", role, "committeeId", "unitId", "endsOn", "adminSeat") VALUES ($1, $2, $3::"Role", $4, $5, $6, $7)`, [newId(), actor.accountId, role, committeeId, units[0] ?? null, endsOn ?? null, role.endsWith("_ADMIN") || null]);
  return actor;
}

/** How many messages each of these accounts has, by account. */
export async function inboxes(committeeId: string): Promise<Map<string, number>> {
  const rows = await ownerQuery<{ accountId: string; n: string }>(`SELECT "accountId", count(*) AS n FROM "Message" WHERE "committeeId" = $1 GROUP BY 1`, [committeeId]);
  return new Map(rows.map((row) => [row.accountId, Number(row.n)]));
}

/** Tells what an account chose for a kind of message. */
export const choose = (actor: AccountActor, kind: string, hold: "MUTED" | "DIGEST") =>
  ownerQuery(`INSERT INTO "MessageChoice" ("accountId", kind, "committeeId", hold) VALUES ($1, $2, $3, $4::"MessageHold")`, [actor.accountId, kind, actor.committeeId, hold]);
