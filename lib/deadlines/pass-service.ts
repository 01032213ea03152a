// The scheduler: sets and clears what a clock shows, and sends the reminders of the ladder. Any number of workers at any
// moment: rows are taken under lock, a rung is one row and one letter by key, and a clock set back climbs nothing twice.
import "server-only";
import { listNotices, getWorkCalendar } from "@/lib/calendars/queries";
import { dispatchMany, type Letter } from "@/lib/messages/dispatch-service";
import type { KindKey } from "@/lib/messages/kinds";
import type { SystemActor } from "@/lib/platform/actor";
import { isoOf, now, today, type IsoDate } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { rowsJson } from "@/lib/platform/rows";
import { workdaysBetween, type WorkCalendar } from "@/lib/platform/workdays";
import type { Prisma } from "@/prisma/client/client";
import { actOf } from "./acts";
import { climb, rungs, type Climb, type Ladder, type Rung } from "./ladder";
import { both, toHead, toOwner, toRole, type Audience } from "./owners";
import { letterKey } from "./queries";
import { recountStale } from "./recount-service";
import { subjectOf, variablesOf } from "./words";

const BATCH = 200;

const record = {
  id: true, committeeId: true, act: true, subjectType: true, subjectId: true, subjectName: true, ownerRole: true, ownerUnitId: true, ownerId: true, dueOn: true, ruleValue: true, ruleUnit: true, ruleSource: true, ladder: true, rung: true, state: true,
  unit: { select: { id: true, parentId: true } }, ownerUnit: { select: { name: true } },
} satisfies Prisma.DeadlineSelect;

type Clock = Prisma.DeadlineGetPayload<{ select: typeof record }>;

const letterKinds: Record<Exclude<Rung, "LAPSE">, KindKey> = { BEFORE: "deadline.before", DUE: "deadline.due", TO_HEAD: "deadline.toHead", TO_OFFICE: "deadline.toOffice", TO_SUPERVISOR: "deadline.toSupervisor" };

function audienceOf(rung: Rung, clock: Clock): Audience {
  const owner = { role: clock.ownerRole, unitId: clock.ownerUnitId, accountId: clock.ownerId };
  if (rung === "TO_HEAD") return both(toHead(owner, clock.unit), toOwner(owner));
  if (rung === "TO_OFFICE") return toRole("OFFICE");
  return rung === "TO_SUPERVISOR" ? toRole("SUPERVISOR") : toOwner(owner);
}

/** Where a letter leads: the owner to the act, who watches to the clock. */
const hrefOf = (rung: Rung, clock: Clock): string => (rung === "BEFORE" || rung === "DUE" ? actOf(clock.act).page(clock.subjectId) : `/deadlines/${clock.id}`);

const rungKey = (rung: Rung, due: IsoDate): string => `${rung}:${due}`;

const letterOf = (rung: Exclude<Rung, "LAPSE">, clock: Clock, over: number): Letter => ({
  key: letterKey(clock.id, rungKey(rung, isoOf(clock.dueOn))), kind: letterKinds[rung], to: audienceOf(rung, clock), variables: variablesOf(clock, isoOf(clock.dueOn), over), ...subjectOf(clock), href: hrefOf(rung, clock),
} as Letter);

const isTold = (rung: Rung): rung is Exclude<Rung, "LAPSE"> => rung !== "LAPSE";

type Climbed = { clock: Clock; to: Climb };

/** Writes what a batch of clocks has come to in three statements, whatever its size. */
async function write(actor: SystemActor, list: readonly Climbed[], calendar: WorkCalendar): Promise<void> {
  const told = list.flatMap(({ clock, to }) => to.told.filter(isTold).map((rung) => ({ rung, clock })));
  const rows = list.map(({ clock, to }) => ({ id: clock.id, rung: to.rung, nextOn: to.nextOn, state: to.rung > rungs.indexOf("LAPSE") ? "OVERDUE" : "RUNNING" }));
  await db().$executeRaw`
    UPDATE "Deadline" d SET rung = r.rung, "nextOn" = r."nextOn", state = r.state::"DeadlineState"
    FROM json_to_recordset(${rowsJson(rows)}::json) AS r(id uuid, rung int, "nextOn" date, state text) WHERE d.id = r.id`;
  await db().deadlineStep.createMany({
    data: told.map(({ rung, clock }) => ({ committeeId: clock.committeeId, deadlineId: clock.id, kind: rung, rungKey: rungKey(rung, isoOf(clock.dueOn)), accountName: actor.name, at: now() })), skipDuplicates: true,
  });
  await dispatchMany(actor, told.map(({ rung, clock }) => letterOf(rung, clock, workdaysBetween(calendar, isoOf(clock.dueOn), today()))));
}

/** Takes one batch of the clocks whose day has come; returns how many there were. */
const climbBatch = (actor: SystemActor, calendar: WorkCalendar): Promise<number> =>
  transact(async () => {
    const due = await db().$queryRaw<{ id: string }[]>`
      SELECT id FROM "Deadline" WHERE "committeeId" = ${actor.committeeId}::uuid AND "nextOn" IS NOT NULL AND "nextOn" <= ${today()}::date ORDER BY "nextOn", id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
    if (due.length === 0) return 0;
    const clocks = await db().deadline.findMany({ where: { id: { in: due.map(({ id }) => id) } }, select: record, orderBy: { id: "asc" } });
    await write(actor, clocks.map((clock) => ({ clock, to: climb(calendar, isoOf(clock.dueOn), clock.ladder as unknown as Ladder, clock.rung, today()) })), calendar);
    return clocks.length;
  }, 60);

/** A notice entered, replaced or taken back since the last pass changes what was counted with it. */
async function markOf(actor: SystemActor): Promise<string> {
  return (await listNotices(actor)).map(({ year, document, entered }) => `${year}:${document}:${entered?.version ?? 0}:${entered?.at ?? ""}`).join("|");
}

/** One pass over the clocks of a committee. Returns how many were moved on and how many counted anew. */
export async function runPass(actor: SystemActor): Promise<{ climbed: number; recounted: number }> {
  const recounted = await recountStale(actor, await markOf(actor));
  const calendar = await getWorkCalendar(actor);
  let climbed = 0;
  for (let batch = BATCH; batch === BATCH; climbed += batch) batch = await climbBatch(actor, calendar);
  await db().deadlinePass.updateMany({ where: { committeeId: actor.committeeId }, data: { ranAt: now() } });
  return { climbed, recounted };
}
