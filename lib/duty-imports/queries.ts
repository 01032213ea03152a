import "server-only";
import { validate as isId } from "uuid";
import { visibleTo as delegatesVisibleTo } from "@/lib/delegates/policy";
import { visibleTo as dutiesVisibleTo } from "@/lib/duties/policy";
import type { Actor } from "@/lib/platform/actor";
import { dayOf, formatInstant, isoOf, now, today, type IsoDate } from "@/lib/platform/clock";
import { openBytes, openJson, sha256 } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import type { DelegateStatus } from "@/prisma/client/enums";
import { checkDuties, happenedKey, type Checked, type KnownDelegate, type KnownDuties } from "./check";
import { KEPT_DAYS, UNDO_HOURS } from "./labels";
import { visibleTo } from "./policy";
import type { DutySheet } from "./sheet";

const HOUR = 3_600_000;
const summary = { id: true, committeeId: true, termId: true, accountId: true, fileName: true, fileHash: true, state: true, added: true, same: true, left: true, version: true, createdAt: true, endedAt: true } satisfies Prisma.DutyImportSelect;
type Summary = Prisma.DutyImportGetPayload<{ select: typeof summary }>;

const shown = (batch: Summary) => ({
  ...batch, uploadedAt: formatInstant(batch.createdAt), fileKept: batch.state !== "CANCELLED" && batch.createdAt.getTime() > now().getTime() - KEPT_DAYS * 24 * HOUR,
  undoUntil: batch.state === "DONE" && batch.endedAt ? new Date(batch.endedAt.getTime() + UNDO_HOURS * HOUR) : null,
});
export type DutyImportSummary = ReturnType<typeof shown>;

async function find<S extends Prisma.DutyImportSelect>(actor: Actor, id: string, select: S): Promise<Prisma.DutyImportGetPayload<{ select: S }>> {
  const batch = isId(id) ? await db().dutyImport.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select }) : null;
  if (!batch) throw new NotFound({ type: "DutyImport", id });
  return batch as Prisma.DutyImportGetPayload<{ select: S }>;
}

/** One import; NotFound outside the actor's sight. */
export const getDutyImport = async (actor: Actor, id: string): Promise<DutyImportSummary> => shown(await find(actor, id, summary));

export const PAGE = 20;

/** Imports of the committee, the newest first, with who uploaded them. */
export async function listDutyImports(actor: Actor, page: number) {
  const where = visibleTo(actor);
  const [batches, total] = await Promise.all([
    db().dutyImport.findMany({ where, select: summary, orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: (page - 1) * PAGE, take: PAGE }),
    db().dutyImport.count({ where }),
  ]);
  const accounts = await db().account.findMany({ where: { id: { in: [...new Set(batches.map((b) => b.accountId))] } }, select: { id: true, displayName: true } });
  const names = new Map(accounts.map((a) => [a.id, a.displayName]));
  return { total, rows: batches.map((b) => ({ ...shown(b), by: names.get(b.accountId) ?? "—" })) };
}

const LEFT: readonly DelegateStatus[] = ["CEASED", "TERMINATED", "INVALID", "TERM_ENDED"];

/** Every mandate of the term with the days it was held. */
async function listKnownDelegates(actor: Actor, termId: string): Promise<KnownDelegate[]> {
  const rows = await db().delegate.findMany({
    where: { AND: [delegatesVisibleTo(actor), { termId }] },
    select: {
      id: true, unitId: true, status: true, electedOn: true, person: { select: { name: true } }, delegation: { select: { name: true } }, term: { select: { startsOn: true, endsOn: true } },
      statusEvents: { select: { effectiveOn: true }, orderBy: [{ effectiveOn: "desc" }, { recordedAt: "desc" }], take: 1 },
    },
  });
  return rows.map(({ id, unitId, status, electedOn, person, delegation, term, statusEvents: [last] }) => ({
    id, unitId, name: person.name, delegation: delegation.name, fromOn: isoOf(electedOn ?? term.startsOn), toOn: isoOf(LEFT.includes(status) && last ? last.effectiveOn : term.endsOn),
  }));
}

/** What the ledger holds of these delegates between two days, both counted. */
async function listKnownDuties(actor: Actor, termId: string, from: IsoDate, to: IsoDate): Promise<KnownDuties> {
  const rows = await db().duty.findMany({ where: { AND: [dutiesVisibleTo(actor), { termId, heldOn: { gte: dayOf(from), lte: dayOf(to) } }] }, select: { delegateId: true, heldOn: true, title: true, clientKey: true } });
  return { keys: new Set(rows.flatMap((r) => (r.clientKey ? [r.clientKey] : []))), happened: new Set(rows.map((r) => happenedKey(r.delegateId, isoOf(r.heldOn), r.title))) };
}

export type DutyCheck = { sheet: DutySheet; rows: Checked[]; mark: string };

const NOTHING: KnownDuties = { keys: new Set(), happened: new Set() };

/** The rows of an import against roster and ledger as they stand now; null once they were cleared. */
export async function getDutyCheck(actor: Actor, id: string): Promise<DutyCheck | null> {
  const { rowsCipher, termId } = await find(actor, id, { rowsCipher: true, termId: true });
  if (!rowsCipher) return null;
  const sheet = openJson(rowsCipher, `DutyImport.rows:${id}`) as DutySheet;
  const delegates = await listKnownDelegates(actor, termId);
  const days = checkDuties(sheet.rows, delegates, NOTHING, today()).flatMap(({ duty }) => (duty ? [duty.heldOn] : [])).sort();
  const known = days.length === 0 ? NOTHING : await listKnownDuties(actor, termId, days[0] ?? today(), days.at(-1) ?? today());
  const rows = checkDuties(sheet.rows, delegates, known, today());
  return { sheet, rows, mark: sha256(JSON.stringify(rows.map(({ row, match, duty }) => [row, match, duty?.key ?? null, duty?.unitId ?? null]))) };
}

/** The uploaded file itself; NotFound once it was cleared. */
export async function getDutyFile(actor: Actor, id: string): Promise<{ bytes: Buffer; fileName: string }> {
  const { fileCipher, fileName } = await find(actor, id, { fileCipher: true, fileName: true });
  if (!fileCipher) throw new NotFound({ type: "DutyImport", id });
  return { bytes: openBytes(fileCipher, `DutyImport.file:${id}`), fileName };
}

/** An earlier import of the same file that was written, to tell whoever uploads it again. */
export const findSameDuties = (actor: Actor, batch: { id: string; fileHash: string }) =>
  db().dutyImport.findFirst({ where: { AND: [visibleTo(actor), { fileHash: batch.fileHash, id: { not: batch.id }, state: "DONE" }] }, select: { id: true }, orderBy: { createdAt: "desc" } });
