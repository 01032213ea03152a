// Power over messages. Everybody chooses for the own account how messages come; the office words the templates of its
// committee. What became of the sending is told to whoever sent it, to the office and to the system administrator.
import type { Actor } from "@/lib/platform/actor";

export type MessageAct = "choose" | "readTemplates" | "editTemplate" | "restoreTemplate" | "readDeliveries";
export type MessageFacts = { committeeId: string; senderId?: string | null };
type Rule = (actor: Actor, of: MessageFacts) => boolean;

const here: Rule = (actor, of) => actor.committeeId === of.committeeId;
const office: Rule = (actor, of) => here(actor, of) && (actor.role === "OFFICE" || actor.role === "OFFICE_HEAD");
const keeper: Rule = (actor, of) => here(actor, of) && actor.role === "SYSTEM_ADMIN";
const sender: Rule = (actor, of) => here(actor, of) && actor.accountId !== null && actor.accountId === of.senderId;
const holder: Rule = (actor, of) => here(actor, of) && actor.accountId !== null;
const any = (...rules: Rule[]): Rule => (actor, of) => rules.some((rule) => rule(actor, of));

const who: Record<MessageAct, Rule> = { choose: holder, readTemplates: office, editTemplate: office, restoreTemplate: office, readDeliveries: any(office, keeper, sender) };

export const may = (actor: Actor, act: MessageAct, of: MessageFacts): boolean => who[act](actor, of);
