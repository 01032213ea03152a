import "server-only";
import { v7 as newId } from "uuid";
import { now, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { systemActor } from "@/lib/platform/program";
import { inParts, rowsJson } from "@/lib/platform/rows";
import { makeDeliveries } from "./delivery-service";
import { filled } from "./kinds";
import { templatesOf } from "./template-queries";

const KIND = "digest";
const PART = 1000;
const SECONDS = 120;

type Held = { id: string; accountId: string; count: number };

/** One digest for everybody whose held messages are still unread; what was held, read or not, stands behind it from now on. */
async function gather(committeeId: string, dispatchId: string, until: Date, people: Held[]): Promise<void> {
  const actor = systemActor(committeeId, dispatchId);
  const template = (await templatesOf(actor))[KIND];
  const variablesOf = (one: Held) => ({ count: String(one.count) });
  const unread = people.filter((one) => one.count > 0);
  const rows = unread.map((one) => ({ id: one.id, accountId: one.accountId, title: filled(template.title, variablesOf(one)), body: filled(template.body, variablesOf(one)) }));
  await db().$executeRaw`
    INSERT INTO "Message" (id, "committeeId", "accountId", "dispatchId", kind, must, title, body, "senderName", "sentAt")
    SELECT r.id, ${committeeId}::uuid, r."accountId", ${dispatchId}::uuid, ${KIND}, false, r.title, r.body, ${actor.name}, ${now()}
    FROM json_populate_recordset(NULL::"Message", ${rowsJson(rows)}::json) r`;
  await db().$executeRaw`
    UPDATE "Message" m SET hold = 'MUTED', "digestId" = CASE WHEN r.count > 0 THEN r.id END
    FROM jsonb_to_recordset(${rowsJson(people)}::jsonb) AS r(id uuid, "accountId" uuid, count int)
    WHERE m."accountId" = r."accountId" AND m.hold = 'DIGEST' AND m."sentAt" < ${until} AND m."committeeId" = ${committeeId}::uuid`;
  await makeDeliveries(actor, unread.map((one) => ({ messageId: one.id, accountId: one.accountId, kind: KIND, variables: variablesOf(one), must: false })), 0);
}

/** The digests of one committee for one day; whoever comes second finds the day's dispatch there and does nothing. */
const digest = (committeeId: string, day: string, until: Date): Promise<number> =>
  transact(async () => {
    const id = newId();
    const row = { id, committeeId, key: `digest:${committeeId}:${day}`, kind: KIND, must: false, audience: {}, variables: {}, senderName: systemActor(committeeId, id).name, spreadAt: now() };
    const { count } = await db().dispatch.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return 0;
    const held = await db().$queryRaw<Omit<Held, "id">[]>`
      SELECT "accountId", count(*) FILTER (WHERE "readAt" IS NULL)::int AS count FROM "Message"
      WHERE hold = 'DIGEST' AND "sentAt" < ${until} AND "committeeId" = ${committeeId}::uuid GROUP BY "accountId"`;
    for (const people of inParts(held, PART)) await gather(committeeId, id, until, people.map((one) => ({ id: newId(), ...one })));
    return held.filter((one) => one.count > 0).length;
  }, SECONDS);

/** From eight in the morning on, once a day: gathers what people chose to have as a digest. Returns how many digests were made. */
export async function makeDigests(): Promise<number> {
  const day = today();
  const until = new Date(`${day}T08:00:00+08:00`);
  if (now() < until) return 0;
  const waiting = await db().$queryRaw<{ committeeId: string }[]>`SELECT DISTINCT "committeeId" FROM "Message" WHERE hold = 'DIGEST' AND "sentAt" < ${until}`;
  let made = 0;
  for (const { committeeId } of waiting) made += await digest(committeeId, day, until);
  return made;
}
