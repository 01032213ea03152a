import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/client/client";
import { asOfDay } from "./as-of-queries";
import { cellsOf, type ExportKey } from "./export-columns";
import type { DelegateFilters } from "./filters";
import { orders, personRecord, whereOf, type RosterFrame } from "./queries";
import { wordsOf } from "./written";

const exported = {
  id: true, committeeId: true, termId: true, personId: true, unitId: true, delegationId: true, groupId: true, delegateNo: true, status: true,
  primaryCategory: true, flags: true, education: true, degree: true, school: true, employer: true, position: true, rank: true, professionalTitle: true,
  occupation: true, honours: true, concurrentRoles: true, electedOn: true, electionKind: true, remark: true, strokeKey: true, version: true,
  person: { select: personRecord }, delegation: { select: { name: true } }, group: { select: { name: true } }, unit: { select: { name: true, parentId: true } }, term: { select: { name: true, startsOn: true, endsOn: true } },
} satisfies Prisma.DelegateSelect;

const BATCH = 200;

export type ExportedDelegate = Prisma.DelegateGetPayload<{ select: typeof exported }>;

/** Every delegate a list with these filters shows, in its order, a batch at a time; numbers still sealed. */
export async function* eachDelegate(actor: Actor, filters: DelegateFilters, frame: RosterFrame, batch = BATCH): AsyncGenerator<ExportedDelegate[]> {
  let after: string | null = null;
  for (;;) {
    const rows: ExportedDelegate[] = await db().delegate.findMany({
      where: whereOf(actor, filters, frame), select: exported, orderBy: orders[filters.order], take: batch, relationLoadStrategy: "join", ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    });
    if (rows.length > 0) yield await asOfDay(actor, rows, frame.asOf);
    if (rows.length < batch) return;
    after = rows.at(-1)?.id ?? null;
  }
}

/**
 * The cells of every delegate of a list. Numbers and address are masked unless `full`; whether the actor may have them
 * in full is asked by the service that records the export.
 */
export async function* eachDelegateCells(actor: Actor, filters: DelegateFilters, frame: RosterFrame, keys: readonly ExportKey[], full: boolean): AsyncGenerator<string[][]> {
  for await (const rows of eachDelegate(actor, filters, frame)) yield rows.map((d) => cellsOf(wordsOf(d, full), d.status, keys));
}
