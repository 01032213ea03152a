import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/client/client";
import { asOfDay } from "./as-of-queries";
import { cellsOf, type ExportKey } from "./export-columns";
import type { DelegateFilters } from "./filters";
import { orders, personRecord, whereOf, type RosterFrame } from "./queries";
import { personOf, recordInWords } from "./written";

const exported = {
  id: true, committeeId: true, termId: true, personId: true, unitId: true, delegationId: true, groupId: true, delegateNo: true, status: true,
  primaryCategory: true, flags: true, education: true, degree: true, school: true, employer: true, position: true, rank: true, professionalTitle: true,
  occupation: true, honours: true, concurrentRoles: true, electedOn: true, electionKind: true, remark: true, strokeKey: true, version: true,
  person: { select: personRecord }, delegation: { select: { name: true } }, group: { select: { name: true } }, unit: { select: { name: true, parentId: true } }, term: { select: { name: true, startsOn: true, endsOn: true } },
} satisfies Prisma.DelegateSelect;

const BATCH = 500;

/**
 * The cells of every delegate a list with these filters shows, in its order, a batch at a time. Numbers and address are
 * masked unless `full`; whether the actor may have them in full is asked by the service that records the export.
 */
export async function* eachDelegateCells(actor: Actor, filters: DelegateFilters, frame: RosterFrame, keys: readonly ExportKey[], full: boolean): AsyncGenerator<string[][]> {
  let after: string | null = null;
  for (;;) {
    const rows: Prisma.DelegateGetPayload<{ select: typeof exported }>[] = await db().delegate.findMany({
      where: whereOf(actor, filters, frame), select: exported, orderBy: orders[filters.order], take: BATCH, relationLoadStrategy: "join", ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    });
    if (rows.length > 0) {
      yield (await asOfDay(actor, rows, frame.asOf)).map((d) => {
        const { idNumber, mobile, address } = personOf(d.person);
        return cellsOf(full ? { ...recordInWords(d), idNumber, mobile, address } : recordInWords(d), d.status, keys);
      });
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id ?? null;
  }
}
