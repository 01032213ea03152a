import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { sealBytes } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { readPhoto } from "@/lib/platform/images";
import { spend } from "@/lib/platform/rate-limit";
import { onRegister } from "./flow";
import { photoRefusals, refusals } from "./labels";
import { may, type DelegateAct } from "./policy";
import { getDelegate, getOwnDelegate, type DelegateRecord } from "./queries";

async function findFor(actor: AccountActor, act: DelegateAct, id: string): Promise<DelegateRecord> {
  const d = await getDelegate(actor, id);
  if (!may(actor, act, d)) throw new Forbidden(`delegate.${act}`, { type: "Delegate", id: d.id }, refusals.photo);
  return d;
}

/** Tells when the photograph changed, on the person's row: an import that brought the person is then no longer untouched. */
const stamp = (personId: string, photoAt: Date | null) => db().person.update({ where: { id: personId }, data: { photoAt, version: { increment: 1 } }, select: { id: true } });

type Ready = Exclude<Awaited<ReturnType<typeof readPhoto>>, { refused: unknown }>;

/** The photograph written anew; refuses what is none. */
async function ready(actor: AccountActor, bytes: Uint8Array): Promise<Ready> {
  await spend(`photo:${actor.accountId}`, 60, 3600);
  const read = await readPhoto(bytes);
  if ("refused" in read) throw new Refusal(photoRefusals[read.refused]);
  return read;
}

async function keep({ personId, committeeId }: DelegateRecord, read: Ready): Promise<void> {
  const sealed = { photoCipher: sealBytes(read.photo, `PersonPhoto.photo:${personId}`), thumbCipher: sealBytes(read.thumb, `PersonPhoto.thumb:${personId}`) };
  await db().personPhoto.upsert({ where: { personId }, create: { personId, committeeId, ...sealed }, update: sealed, select: { personId: true } });
  await stamp(personId, now());
}

/**
 * Puts a photograph in the place of the one there is, written anew before it is kept. Refuses who may not change the
 * record, what is no photograph (see readPhoto), and more than 60 an hour; then nothing is stored.
 */
export async function setPhoto(actor: AccountActor, id: string, bytes: Uint8Array): Promise<void> {
  await findFor(actor, "setPhoto", id);
  const read = await ready(actor, bytes);
  await transact(async () => {
    const d = await findFor(actor, "setPhoto", id);
    await keep(d, read);
    await audit(actor, { verb: "delegate.setPhoto", target: { type: "Delegate", id, name: d.person.name }, changes: { photo: [d.person.photoAt ? "有照片" : null, d.person.photoAt ? "已更换" : "有照片"] } });
  });
}

/** The own mandate of a delegate who has no photograph yet; refuses who has one, for the office answers for what stands there. */
export async function expectOwnPhoto(actor: AccountActor): Promise<DelegateRecord> {
  const d = actor.role === "DELEGATE" ? await getOwnDelegate(actor) : null;
  if (actor.role !== "DELEGATE" || (d && !may(actor, "addOwnPhoto", d))) throw new Forbidden("delegate.addOwnPhoto", { type: "Delegate", id: null }, refusals.addOwnPhoto);
  if (!d) throw new NotFound({ type: "Delegate", id: "" });
  if (!onRegister.includes(d.status)) throw new Refusal(refusals.ownPhotoLeft);
  if (d.person.photoAt) throw new Refusal(refusals.ownPhotoThere);
  return d;
}

/** A delegate's own photograph where there is none. Refuses as expectOwnPhoto and setPhoto do. */
export async function addOwnPhoto(actor: AccountActor, bytes: Uint8Array): Promise<void> {
  const read = await ready(actor, bytes);
  await transact(async () => {
    const { personId } = await expectOwnPhoto(actor);
    await db().$queryRaw`SELECT id FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`;
    const d = await expectOwnPhoto(actor);
    await keep(d, read);
    await audit(actor, { verb: "delegate.addOwnPhoto", target: { type: "Delegate", id: d.id, name: d.person.name }, changes: { photo: [null, "有照片"] } });
  });
}

/** Takes the photograph off. Once it is gone, asking again changes nothing. */
export const removePhoto = (actor: AccountActor, id: string): Promise<void> =>
  transact(async () => {
    const d = await findFor(actor, "removePhoto", id);
    const { count } = await db().personPhoto.deleteMany({ where: { personId: d.personId, committeeId: d.committeeId } });
    if (count === 0) return;
    await stamp(d.personId, null);
    await audit(actor, { verb: "delegate.removePhoto", target: { type: "Delegate", id, name: d.person.name }, changes: { photo: ["有照片", null] } });
  });
