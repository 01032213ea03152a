import "server-only";
import { db } from "@/lib/platform/db";

/** Adds up what was noted of the ledger's size since the last time, of all committees: one row for each unit, kind, state, origin and year. Readers see the same sums before and after. */
export async function gatherTallies(): Promise<void> {
  await db().$executeRaw`
    WITH gone AS (DELETE FROM "DutyTally" RETURNING *)
    INSERT INTO "DutyTally" ("committeeId", "unitId", kind, state, origin, year, times, hours, reached)
    SELECT "committeeId", "unitId", kind, state, origin, year, sum(times), sum(hours), sum(reached) FROM gone GROUP BY 1, 2, 3, 4, 5, 6
    HAVING sum(times) <> 0 OR sum(hours) <> 0 OR sum(reached) <> 0`;
}
