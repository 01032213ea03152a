// Power over the change of term: whoever sets the present term, the head of the office.
import { may as mayTerm } from "@/lib/terms/policy";
import type { Actor } from "@/lib/platform/actor";

export const may = (actor: Actor, _act: "change", term: { committeeId: string }): boolean => mayTerm(actor, "makeCurrent", term);
