import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant, now, today } from "@/lib/platform/clock";
import { openBytes, openJson, sha256 } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { isoOf } from "@/lib/units/dates";
import { visibleTo as unitsVisibleTo } from "@/lib/units/policy";
import { countHeld } from "@/lib/units/queries";
import type { Prisma } from "@/prisma/client/client";
import { checkUnits, type Checked, type KnownUnit } from "./check";
import { KEPT_DAYS } from "./labels";
import { visibleTo } from "./policy";
import type { UnitSheet } from "./sheet";

const summary = { id: true, committeeId: true, accountId: true, fileName: true, fileHash: true, state: true, added: true, adjusted: true, left: true, version: true, createdAt: true } satisfies Prisma.UnitImportSelect;
type Summary = Prisma.UnitImportGetPayload<{ select: typeof summary }>;

const shown = (batch: Summary) => ({ ...batch, uploadedAt: formatInstant(batch.createdAt), fileKept: batch.state !== "CANCELLED" && batch.createdAt.getTime() > now().getTime() - KEPT_DAYS * 24 * 3_600_000 });
export type UnitImportSummary = ReturnType<typeof shown>;

async function find<S extends Prisma.UnitImportSelect>(actor: Actor, id: string, select: S): Promise<Prisma.UnitImportGetPayload<{ select: S }>> {
  const batch = isId(id) ? await db().unitImport.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select }) : null;
  if (!batch) throw new NotFound({ type: "UnitImport", id });
  return batch as Prisma.UnitImportGetPayload<{ select: S }>;
}

/** One import; NotFound outside the actor's sight. */
export const getUnitImport = async (actor: Actor, id: string): Promise<UnitImportSummary> => shown(await find(actor, id, summary));

export const PAGE = 20;

/** Imports of the committee, the newest first, with who uploaded them. */
export async function listUnitImports(actor: Actor, page: number) {
  const where = visibleTo(actor);
  const [batches, total] = await Promise.all([
    db().unitImport.findMany({ where, select: summary, orderBy: [{ createdAt: "desc" }, { id: "desc" }], skip: (page - 1) * PAGE, take: PAGE }),
    db().unitImport.count({ where }),
  ]);
  const accounts = await db().account.findMany({ where: { id: { in: [...new Set(batches.map((b) => b.accountId))] } }, select: { id: true, displayName: true } });
  const names = new Map(accounts.map((a) => [a.id, a.displayName]));
  return { total, rows: batches.map((b) => ({ ...shown(b), by: names.get(b.accountId) ?? "—" })) };
}

/** The whole tree with what its facts depend on, closed units too. */
export async function listKnownUnits(actor: Actor): Promise<KnownUnit[]> {
  const [units, { heads, accounts }] = await Promise.all([
    db().unit.findMany({ where: unitsVisibleTo(actor), select: { id: true, parentId: true, name: true, kind: true, isElecting: true, isHandling: true, activeFrom: true, activeTo: true, version: true }, orderBy: [{ depth: "asc" }, { position: "asc" }, { id: "asc" }] }),
    countHeld(actor),
  ]);
  return units.map(({ activeFrom, activeTo, ...unit }) => ({ ...unit, activeFrom: isoOf(activeFrom), active: activeTo === null, heads: heads.get(unit.id) ?? 0, accounts: accounts.get(unit.id) ?? 0 }));
}

export type UnitCheck = { sheet: UnitSheet; rows: Checked[]; mark: string };

/** One mark of all that a confirmation would write. */
const markOf = (rows: readonly Checked[]): string => sha256(JSON.stringify(rows.map(({ row, match, made, unit }) => [row, match, made ?? null, match === "CHANGED" && unit ? [unit.id, unit.version] : null])));

/** The rows of an import against the tree as it stands now; null once they were cleared. */
export async function getUnitCheck(actor: Actor, id: string): Promise<UnitCheck | null> {
  const { rowsCipher } = await find(actor, id, { rowsCipher: true });
  if (!rowsCipher) return null;
  const sheet = openJson(rowsCipher, `UnitImport.rows:${id}`) as UnitSheet;
  const rows = checkUnits(sheet.rows, await listKnownUnits(actor), today());
  return { sheet, rows, mark: markOf(rows) };
}

/** The uploaded file itself; NotFound once it was cleared. */
export async function getUnitFile(actor: Actor, id: string): Promise<{ bytes: Buffer; fileName: string }> {
  const { fileCipher, fileName } = await find(actor, id, { fileCipher: true, fileName: true });
  if (!fileCipher) throw new NotFound({ type: "UnitImport", id });
  return { bytes: openBytes(fileCipher, `UnitImport.file:${id}`), fileName };
}

/** An earlier import of the same file that was written, to tell whoever uploads it again. */
export const findSameUnits = (actor: Actor, batch: { id: string; fileHash: string }) =>
  db().unitImport.findFirst({ where: { AND: [visibleTo(actor), { fileHash: batch.fileHash, id: { not: batch.id }, state: "DONE" }] }, select: { id: true }, orderBy: { createdAt: "desc" } });
