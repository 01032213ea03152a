import "server-only";
import { v7 as newId } from "uuid";
import { roleNames } from "@/lib/accounts/labels";
import { dispatch } from "@/lib/messages/dispatch-service";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { dayOf, isoOf, now, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { substitutionFlow, type SubstitutionEvent } from "./flow";
import { refusals, stateNames } from "./labels";
import { may, type SubstitutionAct, type SubstitutionFacts } from "./policy";
import { able, getSeat, getSubstitution, listCandidates, type Substitution } from "./queries";
import { periodFaults, type Named } from "./schema";

const NOT_SAVED = "没有保存。";

function demand(actor: Actor, act: SubstitutionAct, of: SubstitutionFacts & { id?: string }, name: string): void {
  if (!may(actor, act, of)) throw new Forbidden(`substitution.${act}`, { type: "Substitution", id: of.id ?? null, name }, refusals[act]);
}

type Parties = Pick<Substitution, "id" | "committeeId" | "role" | "scope" | "absentId" | "absentName" | "deputyId" | "deputyName" | "fromOn" | "toOn">;

const SENDER = "安全管理员";

/** Tells people what became of it, once for each step. */
const tell = (actor: Actor, of: Parties, step: string, accounts: string[], title: string, text: string): Promise<boolean> =>
  dispatch(actor, { key: `substitution:${of.id}:${step}`, kind: "notice", to: { accounts }, variables: { title, text, from: SENDER }, subject: { type: "Substitution", id: of.id }, href: "/account#away" });

const periodOf = (of: Parties): string => `${of.fromOn} 至 ${of.toOn}`;
const seatOf = (of: Parties): string => `${roleNames[of.role]}（${of.scope}）`;

/** Gives the deputy the role for the time, as a grant that names whom it is held for. The audit names both. */
async function lend(actor: Actor, of: Parties, grant: { id: string; unitId: string | null }): Promise<string> {
  const id = newId();
  await db().grant.create({
    data: { id, accountId: of.deputyId, role: of.role, committeeId: of.committeeId, unitId: grant.unitId, startsOn: dayOf(of.fromOn), endsOn: dayOf(of.toOn), forAccountId: of.absentId, forName: of.absentName, forGrantId: grant.id }, select: { id: true },
  });
  await audit(actor, { verb: "grant.give", target: { type: "Grant", id, name: of.deputyName }, changes: { role: [null, `代${of.absentName}：${seatOf(of)}，${periodOf(of)}`] } });
  await tell(actor, of, "lent", [of.absentId, of.deputyId], `外出代办：${of.deputyName}代${of.absentName}`, `${periodOf(of)}，由${of.deputyName}代${of.absentName}办理“${seatOf(of)}”的事项。登录后在姓名下切换身份。`);
  return id;
}

/** Takes the role back from the deputy; the sessions under it end, the deputy's own go on. */
async function takeBack(actor: Actor, of: Parties, seatId: string): Promise<void> {
  await db().session.updateMany({ where: { grantId: seatId, revokedAt: null }, data: { revokedAt: now() } });
  const { count } = await db().grant.deleteMany({ where: { id: seatId, committeeId: of.committeeId } });
  if (count > 0) await audit(actor, { verb: "grant.take", target: { type: "Grant", id: seatId, name: of.deputyName }, changes: { role: [`代${of.absentName}：${seatOf(of)}，${periodOf(of)}`, null] } });
}

async function refuseOverlap(grantId: string, { fromOn, toOn }: Named): Promise<void> {
  const open = { OR: [{ state: "WAITING" as const }, { state: "IN_FORCE" as const, seatId: { not: null } }] };
  const other = await db().substitution.findFirst({ where: { AND: [{ grantId, fromOn: { lte: dayOf(toOn) }, toOn: { gte: dayOf(fromOn) } }, open] }, select: { deputyName: true, fromOn: true, toOn: true } });
  if (other) throw new Refusal(refusals.overlap(other.deputyName, isoOf(other.fromOn), isoOf(other.toOn)));
}

/**
 * Names a deputy for the role the actor acts under. Takes effect from its day where the deputy has this right already, else
 * it waits for the security administrator. Refuses a role that is personal, a seat held for somebody else, a deputy who is
 * not offered, a period out of bounds and one that overlaps another of the same role. Returns the id.
 */
export const name = (actor: AccountActor, wanted: Named): Promise<string> =>
  transact(async () => {
    const { committeeId, accountId } = actor;
    demand(actor, "name", { committeeId }, actor.name);
    const faults = Object.entries(periodFaults(wanted));
    if (faults.length > 0) throw new Refusal(NOT_SAVED, Object.fromEntries(faults.map(([field, message]): [string, string[]] => [field, [message]])));
    // One naming of an account after another, so that two at once cannot overlap.
    await db().$queryRaw`SELECT id FROM "Account" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
    const seat = await getSeat(actor);
    if (!seat) throw new Refusal(refusals.seatGone);
    if (seat.forName) throw new Refusal(refusals.ofDeputy(seat.forName));
    const [deputy] = await listCandidates(actor, seat, wanted.deputyId);
    if (!deputy) throw new Refusal(NOT_SAVED, { deputyId: [refusals.deputy] });
    await refuseOverlap(seat.id, wanted);
    const of: Parties = { id: newId(), committeeId, role: seat.role, scope: seat.unit?.name ?? seat.committee.shortName, absentId: accountId, absentName: actor.name, deputyId: deputy.id, deputyName: deputy.displayName, fromOn: wanted.fromOn, toOn: wanted.toOn };
    const state = deputy.atOnce ? "IN_FORCE" : "WAITING";
    await audit(actor, { verb: "substitution.name", target: { type: "Substitution", id: of.id, name: of.absentName }, changes: { role: [null, seatOf(of)], deputy: [null, of.deputyName], period: [null, periodOf(of)], state: [null, stateNames[state]] }, reason: wanted.reason });
    const seatId = deputy.atOnce ? await lend(actor, of, seat) : null;
    await db().substitution.create({ data: { ...of, fromOn: dayOf(of.fromOn), toOn: dayOf(of.toOn), grantId: seat.id, reason: wanted.reason, state, seatId, askedAt: now() }, select: { id: true } });
    return of.id;
  });

type At = { id: string; version: number };

async function step(actor: Actor, at: At, event: SubstitutionEvent, note: string | null, act: (found: Substitution) => Promise<string | null>): Promise<Substitution> {
  const found = await getSubstitution(actor, at.id);
  demand(actor, event, found, found.absentName);
  const to = substitutionFlow.next(found.state, event);
  if (!to) throw new Refusal(refusals.notOpen(found.status));
  if (found.over && event !== "refuse") throw new Refusal(refusals.over(found.toOn));
  const { count } = await db().substitution.updateMany({ where: { id: at.id, state: found.state, version: at.version }, data: { state: to, decidedBy: actor.name, decidedAt: now(), note, version: { increment: 1 } } });
  if (count === 0) throw new Conflict({}, String(found.version));
  await audit(actor, { verb: `substitution.${event}`, target: { type: "Substitution", id: at.id, name: found.absentName }, changes: { state: [found.status, stateNames[to]], deputy: [null, found.deputyName], period: [null, periodOf(found)] }, ...(note ? { reason: note } : {}) });
  const seatId = await act(found);
  await db().substitution.updateMany({ where: { id: at.id }, data: { seatId } });
  return found;
}

/** The security administrator's yes: the deputy has the role from the first day. Refuses once the role or the deputy's account is gone. */
export const agree = (actor: Actor, at: At): Promise<void> =>
  transact(async () => {
    await step(actor, at, "agree", null, async (found) => {
      const grant = found.grantId ? await db().grant.findFirst({ where: { id: found.grantId, account: { disabledAt: null } }, select: { id: true, unitId: true } }) : null;
      if (!grant) throw new Refusal(refusals.gone);
      if ((await db().account.count({ where: { AND: [able(found.committeeId), { id: found.deputyId }] } })) === 0) throw new Refusal(refusals.unable);
      return lend(actor, found, grant);
    });
  });

/** The security administrator's no, with the reason, which the one away is told. */
export const refuse = (actor: Actor, at: At, note: string): Promise<void> =>
  transact(async () => {
    const found = await step(actor, at, "refuse", note, async () => null);
    await tell(actor, found, "refused", [found.absentId], "外出代办没有同意", `您委托${found.deputyName}代办“${seatOf(found)}”，没有同意。理由：${note}`);
  });

/** Ends it early, by either side or by the security administrator: the role and the sessions under it go at once. */
export const end = (actor: Actor, at: At): Promise<void> =>
  transact(async () => {
    const found = await step(actor, at, "end", null, async (of) => {
      if (of.seatId) await takeBack(actor, of, of.seatId);
      return null;
    });
    const others = [found.absentId, found.deputyId].filter((id) => id !== actor.accountId);
    await tell(actor, found, "ended", others, "外出代办已收回", `${found.deputyName}代${found.absentName}办理“${seatOf(found)}”（${periodOf(found)}）已于 ${today()} 收回。`);
  });
