import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { afterCommit, db } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import type { Audience } from "./audience";
import { kinds, type KindKey, type VariablesOf } from "./kinds";

export type Letter<K extends KindKey> = {
  /** One per step of an act: the same key never goes out twice. */
  key: string;
  kind: K;
  to: Partial<Audience>;
  variables: VariablesOf<K>;
  /** What it is about, and where one tap leads. */
  subject?: { type: string; id: string };
  href?: string;
  /** 须办 or 知悉 where it differs from the kind. */
  must?: boolean;
};

export const QUEUE = "messages";

/** Calls the relay; where that fails the act stands all the same, and the sweep finds the row. */
const call = () => enqueue(QUEUE, {}, QUEUE).catch((error: unknown) => log.warn({ err: { message: error instanceof Error ? error.message : String(error) } }, "relay not called"));

/** Puts a letter in the outbox, in the transaction of the act itself; the worker spreads it. Returns whether it is new: a key that went out before does nothing. */
export async function dispatch<K extends KindKey>(actor: Actor, letter: Letter<K>): Promise<boolean> {
  const { accounts = [], holders = [], persons = [] } = letter.to;
  const row = {
    committeeId: actor.committeeId ?? "", key: letter.key, kind: letter.kind, must: letter.must ?? kinds[letter.kind].must, audience: { accounts, holders, persons }, variables: letter.variables,
    subjectType: letter.subject?.type ?? null, subjectId: letter.subject?.id ?? null, href: letter.href ?? null, senderId: actor.accountId, senderName: actor.name, createdAt: now(), nextAt: now(),
  };
  const { count } = await db().dispatch.createMany({ data: [row], skipDuplicates: true });
  if (count === 1) await afterCommit(call);
  return count === 1;
}
