import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { auditMany } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { inParts } from "@/lib/platform/rows";
import { onRegister } from "./flow";
import { refusals } from "./labels";
import { may } from "./policy";

const CHUNK = 500;

/**
 * Registers delegates in another electing unit, for their unit was merged or split; the database keeps where they stood
 * until today. In the caller's transaction; refuses when one of them left the register or the unit meanwhile.
 */
export const carryDelegates = (actor: Actor, list: { id: string; unitId: string; unitName: string }[], to: { id: string; name: string }, basis: string): Promise<void> =>
  transact(async () => {
    if (!may(actor, "edit", { committeeId: actor.committeeId ?? "" })) throw new Forbidden("delegate.edit", { type: "Delegate" }, refusals.edit);
    for (const part of inParts(list, CHUNK)) {
      const moved = await db().$queryRaw<{ id: string; name: string; from: string }[]>`
        WITH asked AS (
          SELECT * FROM unnest(${part.map((d) => d.id)}::uuid[], ${part.map((d) => d.unitId)}::uuid[], ${part.map((d) => d.unitName)}::text[]) AS a (id, "unitId", "unitName")
        )
        UPDATE "Delegate" d SET "unitId" = ${to.id}::uuid, version = d.version + 1, "updatedAt" = now() FROM asked a, "Person" p
        WHERE d.id = a.id AND d."unitId" = a."unitId" AND p.id = d."personId" AND d."committeeId" = ${actor.committeeId}::uuid AND d.status = ANY(${onRegister}::"DelegateStatus"[])
        RETURNING d.id, p.name, a."unitName" AS "from"`;
      if (moved.length !== part.length) throw new Refusal(refusals.unitMovedOn);
      await auditMany(actor, moved.map((d) => ({ verb: "delegate.carry", target: { type: "Delegate", id: d.id, name: d.name }, changes: { unitId: [d.from, to.name] }, reason: basis })));
    }
  });
