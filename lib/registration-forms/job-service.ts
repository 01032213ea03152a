import "server-only";
import { Zip, ZipPassThrough } from "fflate";
import { eachDelegate } from "@/lib/delegates/export-queries";
import { delegateFilters } from "@/lib/delegates/filters";
import { listPhotos } from "@/lib/delegates/photo-queries";
import { getRosterFrame } from "@/lib/delegates/queries";
import { dispatch } from "@/lib/messages/dispatch-service";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { formatDateLong, formatInstant, now, today } from "@/lib/platform/clock";
import { open, sealBytes } from "@/lib/platform/crypto";
import { grantInForce, nameUnder } from "@/lib/platform/grant-in-force";
import { db, transact } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { jobActor } from "@/lib/platform/program";
import type { Prisma } from "@/prisma/client/client";
import type { RegistrationFormState } from "@/prisma/client/enums";
import { atWork } from "./flow";
import { formBytes, formName } from "./form";
import { HOURS, refusals } from "./labels";
import { may } from "./policy";
import { QUEUE, SECONDS } from "./service";

const batchAtWork = { id: true, committeeId: true, termId: true, accountId: true, grantId: true, fullNumbers: true, filtersCipher: true, state: true, total: true } satisfies Prisma.RegistrationFormBatchSelect;
type Batch = Prisma.RegistrationFormBatchGetPayload<{ select: typeof batchAtWork }>;

/** Leaves a state only while the batch stands in it: a cancelled one stays cancelled. */
const leave = async (id: string, from: RegistrationFormState, data: Prisma.RegistrationFormBatchUpdateManyMutationInput): Promise<boolean> =>
  (await db().registrationFormBatch.updateMany({ where: { id, state: from }, data: { ...data, version: { increment: 1 } } })).count === 1;

/** Who asked, with the rights of that grant as they are now; null when these no longer reach. */
async function askerOf(batch: Batch): Promise<AccountActor | null> {
  const { committeeId, accountId, grantId, fullNumbers } = batch;
  const grant = await db().grant.findFirst({ where: { id: grantId, accountId, committeeId, account: { disabledAt: null }, ...grantInForce() }, select: { role: true, forName: true, unitId: true, unit: { select: { path: true } }, account: { select: { displayName: true } } } });
  if (!grant) return null;
  const units = grant.unit ? await db().unit.findMany({ where: { committeeId, path: { startsWith: grant.unit.path } }, select: { id: true } }) : [];
  const actor = jobActor({ accountId, name: nameUnder(grant.account.displayName, grant.forName), role: grant.role, committeeId, requestId: batch.id, grantId, unitId: grant.unitId, unitIds: units.map((u) => u.id) });
  return may(actor, fullNumbers ? "makeFull" : "make", batch) ? actor : null;
}

async function officeOf(actor: AccountActor): Promise<string> {
  const unit = actor.unitId ? await db().unit.findFirst({ where: { id: actor.unitId, committeeId: actor.committeeId }, select: { name: true } }) : null;
  return unit?.name ?? (await db().committee.findUniqueOrThrow({ where: { id: actor.committeeId }, select: { officeName: true } })).officeName;
}

const PART = 20;

/** All forms in one zip, in the order of the list; null when the batch was cancelled on the way. Documents are packed already, so the zip only gathers them. */
async function zipOf(batch: Batch, actor: AccountActor): Promise<{ bytes: Uint8Array; made: number } | null> {
  const filters = delegateFilters.parse(JSON.parse(open(batch.filtersCipher, `RegistrationFormBatch.filters:${batch.id}`)));
  const frame = await getRosterFrame(actor, { ...filters, term: batch.termId }, today());
  if (!frame) return null;
  const options = { office: await officeOf(actor), date: formatDateLong(today()), on: frame.on, full: batch.fullNumbers };
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  let made = 0;
  for await (const people of eachDelegate(actor, filters, frame, PART)) {
    const photos = await listPhotos(actor, people.map((d) => d.id));
    for (const d of people) {
      const file = new ZipPassThrough(formName((made += 1), batch.total, d.person.name));
      zip.add(file);
      file.push(await formBytes(d, { ...options, photo: photos.get(d.personId) ?? null }), true);
    }
    if (!(await leave(batch.id, "WRITING", { progress: made }))) return null;
  }
  zip.end();
  return { bytes: Buffer.concat(parts), made };
}

/** Makes what the batch waits for; safe to run again after a kill, for the file is written by the last statement. */
export async function runBatch(id: string): Promise<void> {
  const batch = await db().registrationFormBatch.findUnique({ where: { id }, select: batchAtWork });
  if (!batch || !atWork.includes(batch.state)) return;
  const actor = await askerOf(batch);
  if (!actor) return void (await leave(id, batch.state, { state: "FAILED", stateAt: now(), reason: refusals.right }));
  if (!(await leave(id, batch.state, { state: "WRITING", stateAt: now(), progress: 0 }))) return;
  const zip = await zipOf(batch, actor);
  if (!zip) return;
  if (zip.made === 0) return void (await leave(id, "WRITING", { state: "FAILED", stateAt: now(), reason: refusals.nobody }));
  await transact(async () => {
    const expiresAt = new Date(now().getTime() + HOURS * 3600_000);
    const done = await leave(id, "WRITING", { state: "DONE", stateAt: now(), expiresAt, progress: zip.made, total: zip.made, fileCipher: sealBytes(zip.bytes, `RegistrationFormBatch.file:${id}`) });
    if (!done) return;
    await dispatch(actor, {
      key: `registrationForm:${id}:done`, kind: "files.ready", to: { accounts: [batch.accountId] }, variables: { what: `${zip.made} 份代表登记表`, until: formatInstant(expiresAt) },
      subject: { type: "RegistrationFormBatch", id }, href: `/manage/delegates/forms/${id}`,
    });
    await audit(actor, { verb: "registrationForm.finish", target: { type: "RegistrationFormBatch", id }, changes: { rows: [null, String(zip.made)] } });
  }, 60);
}

const STUCK_MS = 10 * 60_000;

/** Queues again what a killed worker left, gives up what keeps failing, and deletes files past their time. */
export async function sweepBatches(waiting: number): Promise<void> {
  const at = now().getTime();
  await db().registrationFormBatch.updateMany({ where: { state: { in: atWork }, createdAt: { lt: new Date(at - STUCK_MS) } }, data: { state: "FAILED", stateAt: now(), reason: refusals.killed } });
  const left = await db().registrationFormBatch.findMany({ where: { state: { in: atWork }, stateAt: { lt: new Date(at - waiting) } }, select: { id: true, committeeId: true }, take: 100 });
  for (const { id, committeeId } of left) await enqueue(QUEUE, { id, committeeId }, id, SECONDS);
  const { count } = await db().registrationFormBatch.updateMany({ where: { state: "DONE", expiresAt: { lte: now() } }, data: { state: "EXPIRED", stateAt: now(), fileCipher: null } });
  if (left.length + count > 0) log.info({ requeued: left.length, expired: count }, "registration forms swept");
}
