// Who checks the records: the office for all, a liaison for the own units; the rows themselves are cut by the policy of
// delegates. Which units have no liaison is the office's matter alone: a liaison's own units have one.
import type { Actor } from "@/lib/platform/actor";
import { flaws, UNWATCHED, type Kind } from "./labels";

type Rule = (actor: Actor, of: { committeeId: string }) => boolean;

const office: Rule = (actor, of) => (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && actor.committeeId === of.committeeId;
const staff: Rule = (actor, of) => office(actor, of) || (actor.role === "UNIT_LIAISON" && actor.committeeId === of.committeeId);

const who: Record<Kind, Rule> = { ...(Object.fromEntries(flaws.map((kind) => [kind, staff])) as Record<(typeof flaws)[number], Rule>), [UNWATCHED]: office };

/** Whether the actor may see what this kind lists. */
export const may = (actor: Actor, kind: Kind, of: { committeeId: string }): boolean => who[kind](actor, of);
