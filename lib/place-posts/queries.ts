import "server-only";
import { jobOf } from "@/lib/delegates/queries";
import { onRegister } from "@/lib/delegates/flow";
import { visibleTo as delegatesVisibleTo } from "@/lib/delegates/policy";
import type { Actor } from "@/lib/platform/actor";
import { isoOf } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { grantInForceSql } from "@/lib/platform/grant-in-force";
import type { Prisma } from "@/prisma/client/client";
import { postNames } from "./labels";
import { visibleTo } from "./policy";
import type { PlaceOf } from "./schema";

const post = {
  id: true, kind: true, fromOn: true, untilOn: true, delegateId: true, delegationId: true,
  delegate: { select: { employer: true, position: true, person: { select: { name: true } } } }, delegation: { select: { name: true } }, group: { select: { name: true } },
} satisfies Prisma.PlacePostSelect;

const inWords = (row: Prisma.PlacePostGetPayload<{ select: typeof post }>) => ({
  id: row.id, kind: row.kind, title: postNames[row.delegationId ? "delegation" : "group"][row.kind], place: row.delegation?.name ?? row.group?.name ?? "",
  delegateId: row.delegateId, name: row.delegate.person.name, job: jobOf(row.delegate.employer, row.delegate.position), fromOn: isoOf(row.fromOn), untilOn: row.untilOn && isoOf(row.untilOn),
});

export type Post = ReturnType<typeof inWords>;

const at = ({ place, placeId }: Pick<PlaceOf, "place" | "placeId">): Prisma.PlacePostWhereInput => (place === "delegation" ? { delegationId: placeId } : { groupId: placeId });

/** Who leads a place now, the head first, and who did before, the latest first; at most 50 of those. */
export async function listPosts(actor: Actor, of: Pick<PlaceOf, "place" | "placeId">): Promise<{ now: Post[]; before: Post[] }> {
  const where = (ended: boolean) => ({ AND: [visibleTo(actor), at(of), { untilOn: ended ? { not: null } : null }] });
  const [now, before] = await Promise.all([
    db().placePost.findMany({ where: where(false), select: post, orderBy: [{ kind: "asc" }, { fromOn: "asc" }, { id: "asc" }] }),
    db().placePost.findMany({ where: where(true), select: post, orderBy: [{ untilOn: "desc" }, { id: "desc" }], take: 50 }),
  ]);
  return { now: now.map(inWords), before: before.map(inWords) };
}

/** The posts one delegate holds now. */
export async function listPostsOf(actor: Actor, delegateId: string): Promise<Post[]> {
  return (await db().placePost.findMany({ where: { AND: [visibleTo(actor), { delegateId, untilOn: null }] }, select: post, orderBy: [{ kind: "asc" }, { id: "asc" }] })).map(inWords);
}

/** Everybody of a place who could be appointed, in stroke order; a place of more than 500 is none that has a head. */
export async function listCandidates(actor: Actor, { termId, place, placeId }: PlaceOf): Promise<{ id: string; name: string; job: string }[]> {
  const rows = await db().delegate.findMany({
    where: { AND: [delegatesVisibleTo(actor), { termId, status: { in: onRegister }, ...(place === "delegation" ? { delegationId: placeId } : { groupId: placeId }) }] },
    select: { id: true, employer: true, position: true, person: { select: { name: true } } }, orderBy: [{ strokeKey: "asc" }, { id: "asc" }], take: 500,
  });
  return rows.map((row) => ({ id: row.id, name: row.person.name, job: jobOf(row.employer, row.position) }));
}

/** The liaisons of the unit a delegation goes with, or of one above it; without such a unit those whose unit elected somebody of it. */
export async function listUnitLiaisons(actor: Actor, delegationId: string): Promise<{ name: string; unit: string }[]> {
  return db().$queryRaw<{ name: string; unit: string }[]>`
    SELECT DISTINCT a."displayName" AS name, u.name AS unit FROM "Grant" g JOIN "Account" a ON a.id = g."accountId" JOIN "Unit" u ON u.id = g."unitId"
    WHERE g."committeeId" = ${actor.committeeId ?? null}::uuid AND g.role = 'UNIT_LIAISON' AND a."disabledAt" IS NULL AND ${grantInForceSql()}
      AND CASE WHEN EXISTS (SELECT 1 FROM "Delegation" t WHERE t.id = ${delegationId}::uuid AND t."unitId" IS NOT NULL)
        THEN EXISTS (SELECT 1 FROM "Delegation" t JOIN "Unit" e ON e.id = t."unitId" WHERE t.id = ${delegationId}::uuid AND t."committeeId" = g."committeeId" AND starts_with(e.path, u.path))
        ELSE EXISTS (SELECT 1 FROM "Delegate" d JOIN "Unit" e ON e.id = d."unitId" WHERE d."committeeId" = g."committeeId" AND d."delegationId" = ${delegationId}::uuid
        AND d.status IN ('PENDING_REVIEW', 'ACTIVE', 'SUSPENDED') AND starts_with(e.path, u.path)) END
    ORDER BY unit, name LIMIT 50`;
}
