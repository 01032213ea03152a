import "server-only";
import { createHash } from "node:crypto";
import { filtersOfList } from "@/lib/delegates/filters";
import { countDelegates, getRosterFrame, orders, whereOf } from "@/lib/delegates/queries";
import type { AccountActor, Actor } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { grantInForce } from "@/lib/platform/grant-in-force";
import type { Role } from "@/prisma/client/enums";
import { roleNames } from "@/lib/accounts/labels";
import { COLLEAGUES, MOST_PEOPLE, refusals } from "./labels";
import { may, mayReach } from "./policy";
import type { Reach } from "./schema";

type Seat = { role: Role; accountId: string; name: string; unitId: string | null; unit: string | null };

/** Everybody the office can write to beside delegates: who can sign in and holds one of these roles now. */
async function listSeats(actor: Actor): Promise<Seat[]> {
  const grants = await db().grant.findMany({
    where: { AND: [{ committeeId: actor.committeeId ?? "", role: { in: ["UNIT_LIAISON", "HANDLING_UNIT", ...COLLEAGUES] }, account: { disabledAt: null } }, grantInForce()] },
    select: { role: true, accountId: true, unitId: true, unit: { select: { name: true } }, account: { select: { displayName: true } } }, orderBy: [{ grantedAt: "asc" }, { id: "asc" }], take: 2000,
  });
  return grants.map((g) => ({ role: g.role, accountId: g.accountId, name: g.account.displayName, unitId: g.unitId, unit: g.unit?.name ?? null }));
}

type Choice = { value: string; label: string; note?: string };

const units = (seats: readonly Seat[], role: Role): Choice[] => {
  const of = seats.filter((s) => s.role === role && s.unitId);
  return [...new Set(of.map((s) => s.unitId ?? ""))].map((id) => ({ value: id, label: of.find((s) => s.unitId === id)?.unit ?? "", note: of.filter((s) => s.unitId === id).map((s) => s.name).join("、") }));
};

/** What a letter can be sent to beside delegates; a liaison has nothing to choose from. */
export async function listReaders(actor: AccountActor): Promise<Record<"liaisons" | "handling" | "colleagues", Choice[]>> {
  if (!may(actor, "write", { committeeId: actor.committeeId }) || actor.role === "UNIT_LIAISON") return { liaisons: [], handling: [], colleagues: [] };
  const seats = await listSeats(actor);
  const people = seats.filter((s) => COLLEAGUES.includes(s.role) && s.accountId !== actor.accountId);
  const colleagues = [...new Map(people.map((s) => [s.accountId, { value: s.accountId, label: s.name, note: roleNames[s.role] }])).values()];
  return { liaisons: units(seats, "UNIT_LIAISON"), handling: units(seats, "HANDLING_UNIT"), colleagues };
}

/** Delegates a list means, in its order; refuses more than ten thousand. */
async function listMeant(actor: AccountActor, list: string): Promise<{ id: string; name: string }[]> {
  const filters = filtersOfList(list);
  const frame = await getRosterFrame(actor, { term: filters.term, asOf: undefined }, today());
  if (!frame) throw new Refusal("没有保存。", { list: [refusals.noTerm] });
  const rows = await db().delegate.findMany({ where: whereOf(actor, filters, frame), select: { personId: true, person: { select: { name: true } } }, orderBy: orders[filters.order], take: MOST_PEOPLE + 1 });
  if (rows.length > MOST_PEOPLE) throw new Refusal("没有保存。", { list: [refusals.many] });
  return rows.map((row) => ({ id: row.personId, name: row.person.name }));
}

/** Who of these people opens the own mandate with an account. */
const openedBy = (actor: AccountActor, persons: readonly string[]) => db().account.findMany({
  where: { personId: { in: [...persons] }, disabledAt: null, grants: { some: { AND: [{ role: "DELEGATE", committeeId: actor.committeeId }, grantInForce()] } } }, select: { id: true, personId: true },
});

/** Whoever holds a seat the letter names; refuses one that is gone. */
async function listNamed(actor: AccountActor, { liaisons, handling, colleagues }: Reach): Promise<Seat[]> {
  if (liaisons.length + handling.length + colleagues.length === 0) return [];
  const seats = await listSeats(actor);
  const picked = (field: string, of: readonly string[], from: Seat[], key: (s: Seat) => string | null): Seat[] => {
    const known = new Set(from.map(key));
    if (of.some((id) => id !== "all" && !known.has(id))) throw new Refusal("没有保存。", { [field]: [refusals.unknown] });
    return of.includes("all") ? from : from.filter((s) => of.includes(key(s) ?? ""));
  };
  return [
    ...picked("liaisons", liaisons, seats.filter((s) => s.role === "UNIT_LIAISON"), (s) => s.unitId),
    ...picked("handling", handling, seats.filter((s) => s.role === "HANDLING_UNIT"), (s) => s.unitId),
    ...picked("colleagues", colleagues, seats.filter((s) => COLLEAGUES.includes(s.role) && s.accountId !== actor.accountId), (s) => s.accountId),
  ];
}

export type Reached = {
  persons: string[]; accounts: string[];
  /** Everybody who gets it, once each, and the delegates who cannot, by name. */
  heads: number; names: string[]; missed: string[];
  /** How many of each kind. */
  delegates: number; liaisons: number; handling: number; colleagues: number;
  /** Whom it means as it was shown; differs as soon as somebody came or went. */
  seal: string;
};

/**
 * Whom a letter reaches now. Refuses readers that are not the actor's to write to, readers that are gone, and nobody at
 * all.
 */
export async function resolve(actor: AccountActor, reach: Reach): Promise<Reached> {
  if (!mayReach(actor, reach)) throw new Refusal(refusals.reach);
  const [people, named] = [reach.list === "none" ? [] : await listMeant(actor, reach.list), await listNamed(actor, reach)];
  if (people.length + named.length === 0) throw new Refusal("没有保存。", { list: [refusals.nobody] });
  const opened = new Map((await openedBy(actor, people.map((p) => p.id))).map((a) => [a.personId, a.id]));
  const reached = people.filter((p) => opened.has(p.id));
  const all = new Map([...reached.map((p) => [opened.get(p.id) ?? "", p.name] as const), ...named.map((s) => [s.accountId, s.name] as const)]);
  const count = (...roles: Role[]) => new Set(named.filter((s) => roles.includes(s.role)).map((s) => s.accountId)).size;
  return {
    persons: reached.map((p) => p.id), accounts: [...new Set(named.map((s) => s.accountId))], heads: all.size, names: [...all.values()], missed: people.filter((p) => !opened.has(p.id)).map((p) => p.name),
    delegates: people.length, liaisons: count("UNIT_LIAISON"), handling: count("HANDLING_UNIT"), colleagues: count(...COLLEAGUES),
    seal: createHash("sha256").update([...people.map((p) => p.id), "", ...all.keys()].sort().join()).digest("base64url").slice(0, 22),
  };
}

/** The same for a page: a reach that is no longer good is told, not thrown. */
export async function previewReach(actor: AccountActor, reach: Reach): Promise<Reached | { refused: string }> {
  try {
    return await resolve(actor, reach);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: Object.values(error.fields).flat()[0] ?? error.message };
  }
}

/** The first names of a list and its length, without saying who has an account. */
export async function namesOf(actor: AccountActor, list: string): Promise<{ names: string[]; heads: number }> {
  const filters = filtersOfList(list);
  const frame = await getRosterFrame(actor, { term: filters.term }, today());
  if (!frame) return { names: [], heads: 0 };
  const [rows, heads] = await Promise.all([db().delegate.findMany({ where: whereOf(actor, filters, frame), select: { person: { select: { name: true } } }, orderBy: orders[filters.order], take: 5 }), countDelegates(actor, filters, frame)]);
  return { names: rows.map((row) => row.person.name), heads };
}
