import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { instantAt, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { getRule } from "@/lib/rules/queries";
import { groupsVisibleTo } from "@/lib/terms/policy";
import type { Prisma } from "@/prisma/client/client";
import { held, writing } from "./flow";
import { ownOf, published, visibleTo } from "./policy";
import type { ResearchFilters, Shelf } from "./schema";

export const PAGE = 20;

const heldIn = (year: string): Prisma.ActivityWhereInput => ({ startsAt: { gte: instantAt(`${year}-01-01`, "00:00"), lt: instantAt(`${Number(year) + 1}-01-01`, "00:00") } });

const onShelf: Record<Shelf, Prisma.ActivityWhereInput> = {
  all: {},
  coming: { state: { in: ["DRAFT", "PUBLISHED"] } },
  writing: { state: { in: held }, OR: [{ research: { is: null } }, { research: { is: { state: { in: writing } } } }] },
  submitted: { research: { is: { state: "SUBMITTED" } } },
  adopted: { research: { is: { state: "ADOPTED" } } },
  filed: { research: { is: { state: "FILED" } } },
};

type Narrow = Pick<ResearchFilters, "show" | "year" | "group" | "q">;

const matching = ({ show, year, group, q }: Narrow): Prisma.ActivityWhereInput => ({
  AND: [
    onShelf[show], year ? heldIn(year) : {}, group ? { research: { is: { groupId: group } } } : {},
    q ? { OR: [{ title: { contains: q, mode: "insensitive" } }, { place: { contains: q, mode: "insensitive" } }, { research: { is: { topic: { contains: q, mode: "insensitive" } } } }] } : {},
  ],
});

const row = {
  id: true, title: true, state: true, startsAt: true, endsAt: true, unit: { select: { name: true } },
  research: { select: { state: true, adoptedBy: true, adoptionPaper: true, publishedAt: true, submittedAt: true, group: { select: { name: true } }, leader: { select: { delegate: { select: { person: { select: { name: true } } } } } }, _count: { select: { remarks: true } } } },
} satisfies Prisma.ActivitySelect;

const told = ({ unit, research, ...of }: Prisma.ActivityGetPayload<{ select: typeof row }>) => ({
  ...of, unitName: unit.name, reportState: held.includes(of.state) ? (research?.state ?? ("DRAFT" as const)) : null, groupName: research?.group?.name ?? null, leaderName: research?.leader?.delegate.person.name ?? null,
  adoptedBy: research?.adoptedBy ?? null, adoptionPaper: research?.adoptionPaper ?? null, open: (research?.publishedAt ?? null) !== null, remarks: research?._count.remarks ?? 0,
});

export type ResearchRow = ReturnType<typeof told>;

const list = async (where: Prisma.ActivityWhereInput, page: number): Promise<{ rows: ResearchRow[]; total: number }> => {
  const [rows, total] = await Promise.all([db().activity.findMany({ where, select: row, orderBy: [{ startsAt: "desc" }, { id: "desc" }], skip: (page - 1) * PAGE, take: PAGE }), db().activity.count({ where })]);
  return { rows: rows.map(told), total };
};

/** Researches the actor may know of, the latest first, and how many there are. */
export const listResearches = (actor: Actor, filters: ResearchFilters) => list({ AND: [visibleTo(actor), matching(filters)] }, filters.page);

/** How many a filter lists. */
export const countResearches = (actor: Actor, filters: Narrow): Promise<number> => db().activity.count({ where: { AND: [visibleTo(actor), matching(filters)] } });

/** A delegate's own researches, or the reports open to all delegates of the committee. */
export async function listOwnResearches(actor: Actor, { show, page }: { show: "own" | "open"; page: number }) {
  const where = { own: ownOf(actor), open: { AND: [visibleTo(actor), published] } };
  const other = show === "own" ? "open" : "own";
  const [found, rest] = await Promise.all([list(where[show], page), db().activity.count({ where: where[other] })]);
  return { ...found, counts: { [show]: found.total, [other]: rest } as Record<"own" | "open", number> };
}

/** Groups of the present term the actor may know of, in their order, for filters and forms. */
export async function listGroups(actor: Actor) {
  const rows = await db().delegateGroup.findMany({
    where: { AND: [groupsVisibleTo(actor), { committeeId: actor.committeeId ?? "", term: { currentOf: { isNot: null } } }] }, select: { id: true, name: true, delegation: { select: { name: true } } }, orderBy: [{ delegation: { position: "asc" } }, { position: "asc" }, { id: "asc" }], take: 1000,
  });
  return rows.map(({ id, name, delegation }) => ({ id, name: delegation ? `${delegation.name} ${name}` : name }));
}

/** Groups with fewer researches held in the year than the rule asks for, and what it asks. A group of a long term counts from its first year alike. */
export async function listShortGroups(actor: Actor, year: string) {
  const [rule, groups] = await Promise.all([getRule(actor, "research.yearly", { unitId: null, on: today() }), listGroups(actor)]);
  const done = await db().research.groupBy({ by: ["groupId"], where: { committeeId: actor.committeeId ?? "", groupId: { in: groups.map(({ id }) => id) }, activity: { state: { in: held }, ...heldIn(year) } }, _count: true });
  const counts = new Map(done.map(({ groupId, _count }) => [groupId, _count]));
  const rows = groups.map((group) => ({ ...group, held: counts.get(group.id) ?? 0 })).filter((group) => group.held < rule.value);
  return { rows, least: rule.value, source: rule.source, groups: groups.length };
}

export type ShortGroup = Awaited<ReturnType<typeof listShortGroups>>["rows"][number];
