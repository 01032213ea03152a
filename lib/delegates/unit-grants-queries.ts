import "server-only";
import { roleNames } from "@/lib/accounts/labels";
import type { Actor } from "@/lib/platform/actor";
import { dayOf, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { may } from "./policy";
import { endsWithLeaving, UNIT_ROLES } from "./unit-grants";

/** The unit grants of these persons' accounts, for the service that ends them. */
export async function listUnitGrants(actor: Actor, personIds: string[]) {
  const grants = await db().grant.findMany({
    where: { committeeId: actor.committeeId ?? "", role: { in: [...UNIT_ROLES] }, account: { personId: { in: personIds } }, OR: [{ endsOn: null }, { endsOn: { gte: dayOf(today()) } }] },
    select: { id: true, role: true, accountId: true, unit: { select: { name: true, path: true } }, account: { select: { username: true, personId: true } } }, orderBy: { grantedAt: "asc" },
  });
  return grants.flatMap(({ unit, account, ...grant }) => (unit && account.personId ? [{ ...grant, unit, username: account.username, personId: account.personId }] : []));
}

/** "选举单位联络员（云帆街道党工委）": what ends when this delegate's mandate ends or leaves its unit, said before it is confirmed; nothing to who may not edit. */
export async function unitGrantsEnding(actor: Actor, d: { committeeId: string; unitId: string; personId: string }): Promise<string[]> {
  if (!may(actor, "edit", d)) return [];
  const [held, from] = await Promise.all([listUnitGrants(actor, [d.personId]), db().unit.findFirst({ where: { id: d.unitId, committeeId: d.committeeId }, select: { path: true, parentId: true } })]);
  return from ? held.filter(({ unit }) => endsWithLeaving(unit.path, from, null)).map(({ role, unit }) => `${roleNames[role]}（${unit.name}）`) : [];
}
