import "server-only";
import { v7 as newId } from "uuid";
import { now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { systemActor } from "@/lib/platform/program";
import { inParts, rowsJson } from "@/lib/platform/rows";
import type { MessageHold } from "@/prisma/client/enums";
import { audience } from "./audience";
import { makeDeliveries } from "./delivery-service";
import { filled, isKind, type KindKey } from "./kinds";
import { reachedSql } from "./reached-sql";
import { templatesOf } from "./template-queries";

const PART = 1000;
const MOST_TRIES = 8;
const [FIRST_WAIT, LONGEST_WAIT] = [30_000, 3_600_000];
/** Ten thousand people are ten statements, and some seconds on a slow disk. */
const SECONDS = 120;

type Waiting = {
  id: string; committeeId: string; kind: string; must: boolean; audience: unknown; variables: Record<string, string>;
  subjectType: string | null; subjectId: string | null; href: string | null; senderName: string;
};

/** The next dispatch that is due, held against every other worker until its transaction ends. One never tried is due at once, also where the clock was set back since. */
async function take(): Promise<Waiting | undefined> {
  const [row] = await db().$queryRaw<Waiting[]>`
    SELECT id, "committeeId", kind, must, audience, variables, "subjectType", "subjectId", href, "senderName" FROM "Dispatch"
    WHERE "spreadAt" IS NULL AND "failedAt" IS NULL AND ("nextAt" <= ${now()} OR attempts = 0) ORDER BY "nextAt", id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return row;
}

type Reached = { id: string; accountId: string; hold: MessageHold; forName: string | null };

/** Whom the dispatch reaches, each with the way this kind is wanted; what must be done cannot be held back. */
async function reached(of: Waiting): Promise<Reached[]> {
  const people = await db().$queryRaw<Omit<Reached, "id">[]>`
    SELECT a.id AS "accountId", CASE WHEN ${of.must} THEN 'NONE'::"MessageHold" ELSE coalesce(c.hold, 'NONE') END AS hold, t."forName"
    FROM (${reachedSql(of.committeeId, audience.parse(of.audience))}) t JOIN "Account" a ON a.id = t.id LEFT JOIN "MessageChoice" c ON c."accountId" = a.id AND c.kind = ${of.kind}
    WHERE a."disabledAt" IS NULL`;
  return people.map((one) => ({ id: newId(), ...one }));
}

/** Writes one message a head; whoever has this dispatch already gets no second one. Returns those that are new. */
const write = (of: Waiting, kind: KindKey, words: { title: string; body: string }, people: Reached[]): Promise<{ id: string; accountId: string }[]> => db().$queryRaw`
  INSERT INTO "Message" (id, "committeeId", "accountId", "dispatchId", kind, must, title, body, href, "subjectType", "subjectId", "senderName", "forName", hold, "sentAt")
  SELECT r.id, ${of.committeeId}::uuid, r."accountId", ${of.id}::uuid, ${kind}, ${of.must}, ${words.title}, ${words.body}, ${of.href}, ${of.subjectType}, ${of.subjectId}, ${of.senderName}, r."forName", r.hold, ${now()}
  FROM json_populate_recordset(NULL::"Message", ${rowsJson(people)}::json) r
  ON CONFLICT ("dispatchId", "accountId") DO NOTHING RETURNING id, "accountId"`;

async function give(of: Waiting): Promise<void> {
  const { kind } = of;
  if (!isKind(kind)) throw new Error(`no such kind of message: ${kind}`);
  const actor = systemActor(of.committeeId, of.id);
  const template = (await templatesOf(actor))[kind];
  const words = { title: filled(template.title, of.variables), body: filled(template.body, of.variables) };
  for (const people of inParts(await reached(of), PART)) {
    const fresh = await write(of, kind, words, people);
    await makeDeliveries(actor, fresh.map(({ id, accountId }) => ({ messageId: id, accountId, kind, variables: of.variables, must: of.must })), 0);
  }
  await db().dispatch.update({ where: { id: of.id }, data: { spreadAt: now(), error: null }, select: { id: true } });
}

/** What went wrong, without a word of the dispatch itself: the system administrator reads it. */
const faultOf = (error: unknown): string => (error instanceof Error ? `${error.name}${"code" in error ? ` ${String(error.code)}` : ""}` : "Error");

/** Counts a try that failed, waits longer each time, and stops after the eighth. */
async function putOff(id: string, error: unknown): Promise<void> {
  log.error({ dispatch: id, err: { message: error instanceof Error ? error.message : String(error) } }, "dispatch not spread");
  const { attempts } = await db().dispatch.update({ where: { id }, data: { attempts: { increment: 1 }, error: faultOf(error) }, select: { attempts: true } });
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1));
  await db().dispatch.updateMany({ where: { id, spreadAt: null }, data: attempts >= MOST_TRIES ? { failedAt: now() } : { nextAt: new Date(now().getTime() + wait) } });
}

/** Spreads one dispatch in a transaction of its own; false when none is due. */
async function spreadOne(): Promise<boolean> {
  let held: string | undefined;
  try {
    return await transact(async () => {
      const of = await take();
      if (!of) return false;
      held = of.id;
      await give(of);
      return true;
    }, SECONDS);
  } catch (error) {
    if (held === undefined) throw error;
    await putOff(held, error);
    return true;
  }
}

/**
 * Turns dispatches of the outbox into messages, at most `limit` of them, and tells how many it took. Killed at any
 * moment it leaves a dispatch either waiting whole or spread whole; several workers never take the same one.
 */
export async function spread(limit: number): Promise<number> {
  let done = 0;
  while (done < limit && (await spreadOne())) done += 1;
  return done;
}
