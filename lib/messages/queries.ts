import "server-only";
import { cache } from "react";
import { validate as isId } from "uuid";
import { Prisma } from "@/prisma/client/client";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { isKind, kinds } from "./kinds";
import { visibleTo } from "./policy";
import type { MessageFilters } from "./schema";

export const PAGE = 20;
const LINE = 50;

type Row = { id: string; kind: string; must: boolean; title: string; body: string; href: string | null; senderName: string; forName: string | null; hold: string; sentAt: Date; readAt: Date | null; reminders: number };

const kindName = (kind: string): string => (isKind(kind) ? kinds[kind].name : kind);

/** The beginning of the text as one line. */
const lineOf = (body: string): string => {
  const text = body.replace(/\s+/g, " ").trim();
  return text.length > LINE ? `${text.slice(0, LINE)}…` : text;
};

const told = ({ sentAt, ...m }: Row) => ({ ...m, kindName: kindName(m.kind), when: formatInstant(sentAt), at: sentAt, unread: m.readAt === null && m.hold === "NONE", line: lineOf(m.body) });

export type MessageRow = ReturnType<typeof told>;

/** Written out, so that the index of the unread is known to hold them. */
const unread = Prisma.sql`m."readAt" IS NULL AND m.hold = 'NONE'`;
const rest = Prisma.sql`(m."readAt" IS NOT NULL OR m.hold <> 'NONE')`;

const shelves = { unread, must: Prisma.sql`m.must`, know: Prisma.sql`NOT m.must`, muted: Prisma.sql`m.hold <> 'NONE'` };

const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

const matching = ({ show, kind, q }: MessageFilters): Prisma.Sql[] => [
  ...(show ? [shelves[show]] : []), ...(kind ? [Prisma.sql`m.kind = ${kind}`] : []), ...(q ? [Prisma.sql`m.title ILIKE ${like(q)}`] : []),
];

type Place = { at: Date; id: string };

/** The latest of one part of the list behind a place, in the order of its index. */
const part = (actor: Actor, which: Prisma.Sql, filters: MessageFilters, behind: Place | undefined, take: number): Promise<Row[]> => db().$queryRaw`
  SELECT m.id, m.kind, m.must, m.title, m.body, m.href, m."senderName", m."forName", m.hold::text, m."sentAt", m."readAt", m.reminders FROM "Message" m
  WHERE m."accountId" = ${actor.accountId}::uuid AND ${Prisma.join([which, ...matching(filters), ...(behind ? [Prisma.sql`(m."sentAt", m.id) < (${behind.at}, ${behind.id}::uuid)`] : [])], " AND ")}
  ORDER BY m."sentAt" DESC, m.id DESC LIMIT ${take}`;

const cursorOf = (m: MessageRow): string => `${m.unread ? "u" : "r"}-${m.at.getTime()}-${m.id}`;

/** One page of the actor's own messages, the unread first and each part the latest first, and where the next page goes on. */
export async function listMessages(actor: Actor, filters: MessageFilters): Promise<{ rows: MessageRow[]; next: string | null }> {
  const { after, show } = filters;
  const first = show === "muted" || (after && !after.unread) ? [] : await part(actor, unread, filters, after, PAGE + 1);
  const more = show === "unread" || first.length > PAGE ? [] : await part(actor, rest, filters, after && !after.unread ? after : undefined, PAGE + 1 - first.length);
  const rows = [...first, ...more].map(told);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return { rows: rows.slice(0, PAGE), next: last ? cursorOf(last) : null };
}

const FRESH = 5;

/** How many are unread and not held back, exactly the rows of ?show=unread, and the latest five of them: one statement for frame and first page, asked once per request. */
export const getUnread = cache(async (actor: Actor): Promise<{ total: number; rows: MessageRow[] }> => {
  const rows = await db().$queryRaw<(Row & { total: number })[]>`
    SELECT m.id, m.kind, m.must, m.title, m.body, m.href, m."senderName", m."forName", m.hold::text, m."sentAt", m."readAt", m.reminders, (count(*) OVER ())::int AS total FROM "Message" m
    WHERE m."accountId" = ${actor.accountId}::uuid AND ${unread} ORDER BY m."sentAt" DESC, m.id DESC LIMIT ${FRESH}`;
  return { total: rows[0]?.total ?? 0, rows: rows.map(told) };
});

/** The red number of every frame. */
export const countUnread = async (actor: Actor): Promise<number> => (await getUnread(actor)).total;

const record = {
  id: true, kind: true, must: true, title: true, body: true, href: true, senderName: true, forName: true, hold: true, sentAt: true, readAt: true, reminders: true, subjectType: true,
  dispatch: { select: { files: { select: { id: true, fileName: true, size: true }, orderBy: { id: "asc" } } } },
} satisfies Prisma.MessageSelect;

const BEHIND = 200;

/** One of the actor's own messages with its files, and for a digest what stands behind it. NotFound for everybody else's. */
export async function getMessage(actor: Actor, id: string) {
  const found = isId(id) ? await db().message.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record }) : null;
  if (!found) throw new NotFound({ type: "Message", id });
  const { dispatch, ...message } = found;
  const behind = message.kind === "digest" ? await db().message.findMany({ where: { AND: [visibleTo(actor), { digestId: id }] }, select: record, orderBy: [{ sentAt: "desc" }, { id: "desc" }], take: BEHIND }) : [];
  return { ...told(message), files: dispatch.files, behind: behind.map(told) };
}

