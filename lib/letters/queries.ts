import "server-only";
import { validate as isId } from "uuid";
import { Prisma } from "@/prisma/client/client";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { MOST_DRAFTS, REMIND_HOURS, type ReadShelf } from "./labels";
import { may, visibleTo } from "./policy";
import { reachInput, type ReceiptFilters } from "./schema";

export const PAGE = 20;
export const RECEIPTS = 50;

const record = {
  id: true, committeeId: true, accountId: true, role: true, senderName: true, must: true, title: true, text: true, reach: true, version: true, createdAt: true, sentAt: true, dispatchId: true, missed: true, reminders: true, remindedAt: true,
  files: { select: { id: true, fileName: true, size: true }, orderBy: { id: "asc" } },
} satisfies Prisma.LetterSelect;

const told = (row: Prisma.LetterGetPayload<{ select: typeof record }>) => ({
  ...row, reach: reachInput.parse(row.reach), written: formatInstant(row.createdAt), sent: row.sentAt && formatInstant(row.sentAt), reminded: row.remindedAt && formatInstant(row.remindedAt),
  nextReminder: row.remindedAt && new Date(row.remindedAt.getTime() + REMIND_HOURS * 3_600_000),
});

export type LetterRecord = ReturnType<typeof told>;

/** One letter the actor may read, draft or sent. NotFound otherwise. */
export async function getLetter(actor: Actor, id: string): Promise<LetterRecord> {
  const row = isId(id) ? await db().letter.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!row) throw new NotFound({ type: "Letter", id });
  return told(row);
}

/** One draft of the actor's own. NotFound for everything else, also once it is sent. */
export async function getDraft(actor: Actor, id: string): Promise<LetterRecord> {
  const letter = await getLetter(actor, id);
  if (letter.sentAt !== null || !may(actor, "revise", letter)) throw new NotFound({ type: "Letter", id });
  return letter;
}

type Count = { dispatchId: string; heads: number; read: number };

/** How many have each of these dispatches, and how many have read it. */
async function countRead(actor: Actor, dispatchIds: string[]): Promise<Map<string, Count>> {
  if (dispatchIds.length === 0 || actor.committeeId === null) return new Map();
  const rows = await db().$queryRaw<Count[]>`
    SELECT "dispatchId", count(*)::int AS heads, count("firstReadAt")::int AS read FROM "Message" WHERE "dispatchId" = ANY(${dispatchIds}::uuid[]) GROUP BY 1`;
  return new Map(rows.map((row) => [row.dispatchId, row]));
}

/** One page of sent letters the actor may read, the latest first, with how far each was read, and the number of all. */
export async function listSent(actor: Actor, page: number) {
  const where = { AND: [visibleTo(actor), { sentAt: { not: null } }] };
  const [rows, total] = await Promise.all([
    db().letter.findMany({ where, select: record, orderBy: [{ sentAt: "desc" }, { id: "desc" }], skip: (page - 1) * PAGE, take: PAGE }),
    db().letter.count({ where }),
  ]);
  const counts = await countRead(actor, rows.flatMap((row) => row.dispatchId ?? []));
  return { total, rows: rows.map((row) => ({ ...told(row), heads: counts.get(row.dispatchId ?? "")?.heads ?? 0, read: counts.get(row.dispatchId ?? "")?.read ?? 0 })) };
}

/** The actor's own drafts, the latest first. */
export async function listDrafts(actor: AccountActor): Promise<LetterRecord[]> {
  const rows = await db().letter.findMany({ where: { AND: [visibleTo(actor), { accountId: actor.accountId, sentAt: null }] }, select: record, orderBy: { id: "desc" }, take: MOST_DRAFTS });
  return rows.map(told);
}

const shelf: Record<ReadShelf, Prisma.Sql> = { all: Prisma.sql`true`, read: Prisma.sql`m."firstReadAt" IS NOT NULL`, unread: Prisma.sql`m."firstReadAt" IS NULL` };

type Receipt = { id: string; name: string; firstReadAt: Date | null; hold: string; reminders: number };

/** Who has read a letter and when, the unread first, and how many there are of each; nobody while it is being spread. */
export async function listReceipts(actor: Actor, letter: LetterRecord, { show, page }: ReceiptFilters) {
  const dispatchId = letter.dispatchId ?? "";
  const counts = (await countRead(actor, [dispatchId].filter(isId))).get(dispatchId) ?? { heads: 0, read: 0 };
  const rows = await db().$queryRaw<Receipt[]>`
    SELECT m.id, a."displayName" AS name, m."firstReadAt", m.hold::text, m.reminders FROM "Message" m JOIN "Account" a ON a.id = m."accountId"
    WHERE m."dispatchId" = ${letter.dispatchId}::uuid AND ${shelf[show]} ORDER BY m."firstReadAt" DESC NULLS FIRST, m.id LIMIT ${RECEIPTS} OFFSET ${(page - 1) * RECEIPTS}`;
  const totals: Record<ReadShelf, number> = { all: counts.heads, read: counts.read, unread: counts.heads - counts.read };
  return { totals, rows: rows.map((row) => ({ ...row, when: row.firstReadAt && formatInstant(row.firstReadAt) })) };
}
