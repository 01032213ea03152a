import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/client/client";
import type { Audience } from "./audience";
import { kinds, type KindKey, type VariablesOf } from "./kinds";

export type Letter<K extends KindKey = KindKey> = {
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

const rowOf = (actor: Actor, letter: Letter): Prisma.DispatchCreateManyInput => {
  const { accounts = [], holders = [], persons = [] } = letter.to;
  return {
    committeeId: actor.committeeId ?? "", key: letter.key, kind: letter.kind, must: letter.must ?? kinds[letter.kind].must, audience: { accounts, holders, persons }, variables: letter.variables,
    subjectType: letter.subject?.type ?? null, subjectId: letter.subject?.id ?? null, href: letter.href ?? null, senderId: actor.accountId, senderName: actor.name,
  };
};

/** Puts letters in the outbox, in the transaction of the act itself; the worker spreads them. Returns how many are new: a key that went out before does nothing. */
export async function dispatchMany(actor: Actor, letters: readonly Letter[]): Promise<number> {
  if (letters.length === 0) return 0;
  const { count } = await db().dispatch.createMany({ data: letters.map((letter) => rowOf(actor, letter)), skipDuplicates: true });
  return count;
}

/** One letter. Returns whether it is new. */
export const dispatch = async <K extends KindKey>(actor: Actor, letter: Letter<K>): Promise<boolean> => (await dispatchMany(actor, [letter as unknown as Letter])) === 1;
