import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { openBytes } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/client/client";
import { visibleTo } from "./policy";

const summary = { id: true, committeeId: true, termId: true, fullNumbers: true, state: true, progress: true, total: true, reason: true, version: true, createdAt: true, expiresAt: true } satisfies Prisma.RegistrationFormBatchSelect;

const shown = (batch: Prisma.RegistrationFormBatchGetPayload<{ select: typeof summary }>) => ({ ...batch, askedAt: formatInstant(batch.createdAt), until: batch.expiresAt && formatInstant(batch.expiresAt) });

export type Batch = ReturnType<typeof shown>;

/** One batch of the actor's own; NotFound for everybody else's. */
export async function getBatch(actor: Actor, id: string): Promise<Batch> {
  const batch = isId(id) ? await db().registrationFormBatch.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: summary }) : null;
  if (!batch) throw new NotFound({ type: "RegistrationFormBatch", id });
  return shown(batch);
}

/** The actor's own batches, newest first, at most 20. */
export const listBatches = async (actor: Actor): Promise<Batch[]> => (await db().registrationFormBatch.findMany({ where: visibleTo(actor), select: summary, orderBy: { createdAt: "desc" }, take: 20 })).map(shown);

/** The zip of a batch; NotFound for others' and once it is gone. */
export async function getBatchFile(actor: Actor, id: string): Promise<Buffer> {
  const row = isId(id) ? await db().registrationFormBatch.findFirst({ where: { AND: [visibleTo(actor), { id, state: "DONE" }] }, select: { fileCipher: true } }) : null;
  if (!row?.fileCipher) throw new NotFound({ type: "RegistrationFormBatch", id });
  return openBytes(row.fileCipher, `RegistrationFormBatch.file:${id}`);
}
