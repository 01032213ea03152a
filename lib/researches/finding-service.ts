import "server-only";
import { createHash } from "node:crypto";
import { v7 as newId, validate as isId } from "uuid";
import type { AccountActor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { sealBytes } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { today } from "@/lib/platform/clock";
import { readPicture } from "@/lib/platform/images";
import { spend } from "@/lib/platform/rate-limit";
import { photoRefusals } from "@/lib/duties/labels";
import { getRule } from "@/lib/rules/queries";
import { writing } from "./flow";
import { findingNames, MOST_FINDINGS, refusals, reportNames } from "./labels";
import { visibleTo } from "./policy";
import type { Seen } from "./schema";
import { demand, holdResearch, targetOf, type At, type Kept } from "./service";

/** The research while findings may be written: begun, its route known, its report not handed in. */
async function expectFindable(actor: AccountActor, id: string): Promise<Kept> {
  const found = await holdResearch(actor, id);
  demand(actor, "find", found);
  if (!writing.includes(found.state)) throw new Refusal(refusals.closed(reportNames[found.state]));
  if (!found.can.find) throw new Refusal(refusals.notBegun);
  if (found.stops.length === 0) throw new Refusal(refusals.noRoute);
  return found;
}

function stopOf(of: Kept, id: string): string {
  const stop = of.stops.find((s) => s.id === id);
  if (!stop) throw new Refusal(refusals.notSaved, { stopId: [refusals.stop] });
  return stop.name;
}

const inWords = (of: Kept, { stopId, kind, text }: Seen) => ({ stop: stopOf(of, stopId), kind: findingNames[kind], text });

/** Writes down what was seen at a stop. Refuses who was not there, before it began, and after the report was handed in. Returns its id. */
export const addFinding = (actor: AccountActor, activityId: string, seen: Seen): Promise<string> =>
  transact(async () => {
    const found = await expectFindable(actor, activityId);
    const words = inWords(found, seen);
    if (found.findings >= MOST_FINDINGS) throw new Refusal(refusals.manyFindings);
    if ((await db().finding.count({ where: { researchId: found.researchId, authorId: actor.accountId, ...seen } })) > 0) throw new Refusal(refusals.findingTwice);
    const { id } = await db().finding.create({ data: { ...seen, committeeId: found.committeeId, researchId: found.researchId, authorId: actor.accountId, authorName: actor.name }, select: { id: true } });
    await audit(actor, { verb: "research.addFinding", target: targetOf(found), changes: changesOf({}, words) });
    return id;
  });

/** A finding of the actor's own, its research held. NotFound outside the actor's sight; somebody else's is refused. */
async function own(actor: AccountActor, id: string) {
  const row = isId(id) ? await db().finding.findFirst({ where: { id, research: { activity: visibleTo(actor) } }, select: { research: { select: { activityId: true } } } }) : null;
  if (!row) throw new NotFound({ type: "Finding", id });
  const of = await expectFindable(actor, row.research.activityId);
  const finding = await db().finding.findUnique({ where: { id }, select: { id: true, stopId: true, kind: true, text: true, authorId: true, version: true, _count: { select: { photos: true } } } });
  if (!finding) throw new Refusal(refusals.goneFinding);
  if (finding.authorId !== actor.accountId) throw new Forbidden("research.editFinding", targetOf(of), refusals.mend);
  return { of, finding };
}

/** Changes an own finding until the report is handed in. Refuses somebody else's, and another saving in between. Returns the activity's id. */
export const editFinding = (actor: AccountActor, at: At, seen: Seen): Promise<string> =>
  transact(async () => {
    const { of, finding } = await own(actor, at.id);
    const [before, after] = [inWords(of, finding), inWords(of, seen)];
    const { count } = await db().finding.updateMany({ where: { id: at.id, version: at.version }, data: { ...seen, version: { increment: 1 } } });
    if (count === 0) throw new Conflict({ text: { theirs: before.text, yours: after.text } }, String(finding.version));
    await audit(actor, { verb: "research.editFinding", target: targetOf(of), changes: changesOf(before, after) });
    return of.id;
  });

/** Takes an own finding away with its photographs. Returns the activity's id. */
export const removeFinding = (actor: AccountActor, at: At): Promise<string> =>
  transact(async () => {
    const { of, finding } = await own(actor, at.id);
    const { count } = await db().finding.deleteMany({ where: { id: at.id, version: at.version } });
    if (count === 0) throw new Conflict({}, String(finding.version));
    await audit(actor, { verb: "research.removeFinding", target: targetOf(of), changes: changesOf(inWords(of, finding), {}) });
    return of.id;
  });

const inHeads = (n: number): string => `${n} 张`;

/** Keeps a photograph with an own finding, sealed and written anew, without place and camera. Refuses what is no photograph, the same one twice, and more than the rule allows. */
export async function addPhoto(actor: AccountActor, findingId: string, bytes: Uint8Array): Promise<void> {
  await transact(() => own(actor, findingId));
  await spend(`photo:${actor.accountId}`, 120, 3600);
  const read = await readPicture(bytes);
  if ("refused" in read) throw new Refusal(photoRefusals[read.refused]);
  await transact(async () => {
    const { of, finding } = await own(actor, findingId);
    const most = (await getRule(actor, "duty.photos", { unitId: of.unitId, on: today() })).value;
    const { photos } = finding._count;
    if (photos >= most) throw new Refusal(refusals.photos(most));
    const [id, hash] = [newId(), createHash("sha256").update(bytes).digest("hex")];
    const row = { id, committeeId: of.committeeId, findingId, position: photos + 1, hash, photoCipher: sealBytes(read.photo, `FindingPhoto.photo:${id}`), thumbCipher: sealBytes(read.thumb, `FindingPhoto.thumb:${id}`) };
    const { count } = await db().findingPhoto.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) throw new Refusal(refusals.photoTwice);
    await audit(actor, { verb: "research.addPhoto", target: targetOf(of), changes: { photo: [inHeads(photos), inHeads(photos + 1)] } });
  });
}

/** The activity an own finding belongs to, if a photograph may be put to it; asked before a word of the file is read. */
export const expectPhotos = (actor: AccountActor, findingId: string): Promise<string> => transact(async () => (await own(actor, findingId)).of.id);

/** Takes a photograph off an own finding. Returns the activity's id. */
export const removePhoto = (actor: AccountActor, findingId: string, photoId: string): Promise<string> =>
  transact(async () => {
    const { of, finding } = await own(actor, findingId);
    const { count } = await db().findingPhoto.deleteMany({ where: { id: photoId, findingId } });
    if (count === 0) throw new Refusal(refusals.goneFinding);
    const { photos } = finding._count;
    await audit(actor, { verb: "research.removePhoto", target: targetOf(of), changes: { photo: [inHeads(photos), inHeads(photos - 1)] } });
    return of.id;
  });
