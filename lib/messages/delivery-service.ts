import "server-only";
import type { SystemActor } from "@/lib/platform/actor";
import type { KindKey } from "./kinds";

export type Spread = { messageId: string; accountId: string; kind: KindKey; variables: Record<string, string>; must: boolean };

/** Makes what goes out by text message and mail; without a channel that is nothing. */
export const makeDeliveries = async (actor: SystemActor, of: Spread[], round: number): Promise<void> => void [actor, of, round];
