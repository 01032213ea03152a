// Power over the rules. The office sets them for its committee; where two persons are asked for, a head of the office who
// did not enter the setting confirms it or turns it down, and whoever entered it may take it back. What holds is read by
// everybody who has a clock, through queries.ts; who set what is the office's to read.
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { RuleSettingState } from "@/prisma/client/enums";
import { settingFlow, type SettingEvent } from "./flow";

export type RuleAct = SettingEvent | "view" | "set" | "restore";
export type SettingFacts = { committeeId: string; enteredById?: string | null };
type Power = (actor: Actor, of: SettingFacts) => boolean;

const office: Power = (actor, of) => (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD") && actor.committeeId === of.committeeId;
const entered: Power = (actor, of) => office(actor, of) && actor.accountId === of.enteredById;
const otherHead: Power = (actor, of) => office(actor, of) && actor.role === "OFFICE_HEAD" && actor.accountId !== of.enteredById;

const who: Record<RuleAct, Power> = { view: office, set: office, restore: office, end: office, confirm: otherHead, refuse: otherHead, withdraw: entered };

export const may = (actor: Actor, act: RuleAct, of: SettingFacts): boolean => who[act](actor, of);

/** The steps open to the actor on a setting, in the order of the flow. */
export const openTo = (actor: Actor, of: SettingFacts & { state: RuleSettingState }): SettingEvent[] => settingFlow.open(of.state).filter((event) => may(actor, event, of));

/** Which settings, with their reasons and who made them, the actor may read. */
export const visibleTo = (actor: Actor): Prisma.RuleSettingWhereInput =>
  actor.committeeId && may(actor, "view", { committeeId: actor.committeeId }) ? { committeeId: actor.committeeId } : { id: { in: [] } };
