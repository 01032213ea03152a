import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/client/client";
import type { ParticipationState } from "@/prisma/client/enums";
import { filesVisibleTo, participationsVisibleTo } from "./policy";

/** On the list, so expected to read; who withdrew or was taken off is not. */
const GONE: ParticipationState[] = ["CANCELLED", "WITHDRAWN", "DECLINED"];

const readers = (actor: Actor, activityId: string): Prisma.ParticipationWhereInput => ({ AND: [participationsVisibleTo(actor), { activityId, state: { notIn: GONE } }] });

/** The materials of an activity, the oldest first, each with how many of those on the list have opened it. */
export async function listFiles(actor: Actor, activityId: string) {
  const among = readers(actor, activityId);
  const [files, heads] = await Promise.all([
    db().activityFile.findMany({
      where: { AND: [filesVisibleTo(actor), { activityId }] }, orderBy: [{ uploadedAt: "asc" }, { id: "asc" }], take: 50,
      select: { id: true, fileName: true, size: true, accountName: true, uploadedAt: true, _count: { select: { readings: { where: { delegate: { participations: { some: among } } } } } } },
    }),
    db().participation.count({ where: among }),
  ]);
  return { heads, files: files.map(({ uploadedAt, _count, ...file }) => ({ ...file, at: formatInstant(uploadedAt), read: _count.readings })) };
}

export type FileRow = Awaited<ReturnType<typeof listFiles>>["files"][number];

export const READERS = 50;

/** Who on the list has opened a material and who has not, by name in the order of the roster. */
export async function listReaders(actor: Actor, { activityId, fileId, read, page }: { activityId: string; fileId: string; read: boolean; page: number }) {
  const opened: Prisma.DelegateWhereInput = { fileReadings: { some: { fileId } } };
  const where = { AND: [readers(actor, activityId), { delegate: read ? opened : { NOT: opened } }] };
  const [rows, total] = await Promise.all([
    db().participation.findMany({
      where, orderBy: [{ delegate: { sortOrder: "asc" } }, { id: "asc" }], skip: (page - 1) * READERS, take: READERS,
      select: { id: true, unit: { select: { name: true } }, delegate: { select: { id: true, person: { select: { name: true } }, delegation: { select: { name: true } }, fileReadings: { where: { fileId }, select: { readAt: true } } } } },
    }),
    db().participation.count({ where }),
  ]);
  return { total, rows: rows.map(({ id, unit, delegate: d }) => ({ id, delegateId: d.id, name: d.person.name, delegation: d.delegation.name, unit: unit.name, readAt: d.fileReadings[0] ? formatInstant(d.fileReadings[0].readAt) : null })) };
}
