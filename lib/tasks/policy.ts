// Power over tasks is the power over what they are about: each noun tells only what its own policy lets the actor do, and
// what was done, begun or copied is asked by the actor's own account alone.
import type { AccountActor } from "@/lib/platform/actor";

/** Everybody has the own tasks, and nobody those of others. */
export const ownAccount = (actor: AccountActor): { accountId: string } => ({ accountId: actor.accountId });
