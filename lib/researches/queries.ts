import "server-only";
import { validate as isId } from "uuid";
import { guestNames } from "@/lib/activities/labels";
import { participationsVisibleTo } from "@/lib/activities/policy";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant, isoOf, now } from "@/lib/platform/clock";
import { openBytes } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { ahead, held, remarkable, writing } from "./flow";
import { MOST_FINDINGS, MOST_REMARKS, MOST_STOPS } from "./labels";
import { insider, may, openTo, visibleTo } from "./policy";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Who counts as of the team: whoever said yes and has no other mark, and whoever came. */
const teamOf = (personId: string): Prisma.ParticipationWhereInput => ({
  delegate: { personId }, OR: [{ attendances: { some: { mark: { in: ["PRESENT", "LATE"] } } } }, { state: "ACCEPTED", activity: { state: { in: ["PUBLISHED", "HELD"] } }, attendances: { none: {} } }],
});

const record = (actor: Actor) => ({
  id: true, committeeId: true, unitId: true, termId: true, title: true, kind: true, state: true, place: true, startsAt: true, endsAt: true, unit: { select: { name: true } },
  participations: { where: teamOf(actor.role === "DELEGATE" ? (actor.personId ?? NOBODY) : NOBODY), select: { id: true }, take: 1 },
  guests: { select: { name: true, kind: true, organization: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: 200 },
  research: {
    select: {
      id: true, topic: true, groupId: true, leaderId: true, state: true, reportTitle: true, reportText: true, writerName: true, submittedAt: true, submitterId: true, submitterName: true, reviewedAt: true, reviewerName: true, reviewReason: true,
      adoptedBy: true, adoptionPaper: true, publishedAt: true, remarksOpen: true, version: true,
      group: { select: { name: true } }, leader: { select: { delegate: { select: { personId: true, person: { select: { name: true } } } } } },
      stops: { select: { id: true, position: true, name: true, kind: true, address: true, note: true, _count: { select: { findings: true } } }, orderBy: [{ position: "asc" }, { id: "asc" }], take: MOST_STOPS },
      _count: { select: { findings: true } },
    },
  },
}) satisfies Prisma.ActivitySelect;

type Row = Prisma.ActivityGetPayload<{ select: ReturnType<typeof record> }>;

const NEW = { id: null, topic: null, groupId: null, leaderId: null, state: "DRAFT" as const, reportTitle: null, reportText: null, writerName: null, submittedAt: null, submitterId: null, submitterName: null, reviewedAt: null, reviewerName: null, reviewReason: null, adoptedBy: null, adoptionPaper: null, publishedAt: null, remarksOpen: false, version: 1, group: null, leader: null, stops: [], _count: { findings: 0 } };

/** What the actor may do with this research now, beside the steps of its report. */
function canOf(actor: Actor, activity: Row, of: Row["research"] | typeof NEW, facts: Parameters<typeof may>[2]) {
  const { state } = of ?? NEW;
  const open = activity.state !== "CANCELLED";
  const written = open && writing.includes(state);
  return {
    arrange: open && may(actor, "arrange", facts), route: ahead.includes(activity.state) && may(actor, "arrange", facts),
    find: written && activity.state !== "DRAFT" && activity.startsAt <= now() && may(actor, "find", facts), write: written && activity.state !== "DRAFT" && may(actor, "write", facts),
    submit: held.includes(activity.state) && openTo(actor, { ...facts, state }).includes("submit"),
    publish: state === "ADOPTED" && may(actor, "publish", facts), remark: remarkable.includes(state) && may(actor, "remark", facts), enterRemark: remarkable.includes(state) && may(actor, "enterRemark", facts),
  };
}

function told(actor: Actor, { research, participations, guests, unit, ...activity }: Row) {
  const { group, leader, stops, _count, ...of } = research ?? NEW;
  const facts = { committeeId: activity.committeeId, unitId: activity.unitId, submitterId: of.submitterId, leaderPersonId: leader?.delegate.personId ?? null, onTeam: participations.length > 0 };
  const inside = insider(actor, facts);
  const read = inside || (actor.role === "LEADER" && !writing.includes(of.state)) || of.publishedAt !== null;
  const joint = [...new Set(guests.map(({ kind }) => kind))].filter((kind) => kind === "DEPUTY" || kind === "CPPCC_MEMBER").map((kind) => guestNames[kind]);
  return {
    ...of, id: activity.id, researchId: of.id, committeeId: activity.committeeId, unitId: activity.unitId, termId: activity.termId, title: activity.title, activityState: activity.state, place: activity.place, startsAt: activity.startsAt, endsAt: activity.endsAt, unitName: unit.name,
    topic: of.topic ?? activity.title, givenTopic: of.topic, groupName: group?.name ?? null, leaderName: leader?.delegate.person.name ?? null, facts, inside, read, joint,
    guests: guests.map((guest) => ({ ...guest, kindName: guestNames[guest.kind] })),
    stops: stops.map(({ _count: used, ...stop }) => ({ ...stop, findings: used.findings })), findings: _count.findings,
    reportText: read ? of.reportText : null, reportTitle: read ? of.reportTitle : null, reviewReason: inside || actor.role === "LEADER" ? of.reviewReason : null,
    open: openTo(actor, { ...facts, state: of.state }), can: canOf(actor, { research, participations, guests, unit, ...activity }, research, facts),
  };
}

export type ResearchRecord = ReturnType<typeof told>;

/** One research by the id of its activity, with what the actor may read and do. NotFound outside the actor's sight, and for an activity of another kind. */
export async function getResearch(actor: Actor, id: string): Promise<ResearchRecord> {
  const row = isId(id) ? await db().activity.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: record(actor) }) : null;
  if (!row) throw new NotFound({ type: "Research", id });
  return told(actor, row);
}

/** What was seen, by stop in the order of writing, for who may read it; nothing for others. */
export async function listFindings(actor: Actor, of: ResearchRecord) {
  if (!of.researchId || !(of.inside || (actor.role === "LEADER" && of.read))) return [];
  const rows = await db().finding.findMany({
    where: { researchId: of.researchId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: MOST_FINDINGS,
    select: { id: true, stopId: true, kind: true, text: true, authorId: true, authorName: true, version: true, createdAt: true, photos: { select: { id: true }, orderBy: [{ position: "asc" }, { id: "asc" }] } },
  });
  return rows.map(({ createdAt, authorId, ...row }) => ({ ...row, at: formatInstant(createdAt), mends: of.can.find && authorId === actor.accountId }));
}

export type FindingRow = Awaited<ReturnType<typeof listFindings>>[number];

/** Remarks in the order of writing: for who organises, the team and leaders; for all delegates where they go out with the report. */
export async function listRemarks(actor: Actor, of: ResearchRecord) {
  if (!of.researchId || !(of.inside || actor.role === "LEADER" || (of.publishedAt !== null && of.remarksOpen))) return [];
  const rows = await db().researchRemark.findMany({ where: { researchId: of.researchId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], take: MOST_REMARKS, select: { id: true, byName: true, writtenOn: true, text: true, enteredBy: true } });
  return rows.map(({ writtenOn, ...row }) => ({ ...row, writtenOn: isoOf(writtenOn) }));
}

export type RemarkRow = Awaited<ReturnType<typeof listRemarks>>[number];

/** Who may be named leader: those on the list that said yes or must come, in the order of the roster. */
export async function listMembers(actor: Actor, activityId: string) {
  const rows = await db().participation.findMany({
    where: { AND: [participationsVisibleTo(actor), { activityId, state: "ACCEPTED" }] }, orderBy: [{ delegate: { sortOrder: "asc" } }, { id: "asc" }], take: 500,
    select: { id: true, delegate: { select: { personId: true, person: { select: { name: true } }, delegation: { select: { name: true } } } } },
  });
  return rows.map(({ id, delegate }) => ({ id, personId: delegate.personId, name: delegate.person.name, delegation: delegate.delegation.name }));
}

export type Member = Awaited<ReturnType<typeof listMembers>>[number];

/** A photograph of what was seen, as JPEG, for who may read the finding. NotFound for all others. */
export async function getFindingPhoto(actor: Actor, id: string, photoId: string, size: "photo" | "thumb"): Promise<Buffer> {
  const of = await getResearch(actor, id);
  const reads = of.researchId && isId(photoId) && (of.inside || (actor.role === "LEADER" && of.read));
  const found = reads ? await db().findingPhoto.findFirst({ where: { id: photoId, finding: { research: { activityId: id } } }, select: { photoCipher: true, thumbCipher: true } }) : null;
  if (!found) throw new NotFound({ type: "Research", id });
  return openBytes(size === "photo" ? found.photoCipher : found.thumbCipher, `FindingPhoto.${size}:${photoId}`);
}
