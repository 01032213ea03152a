// Power over vacancies: the office fills or closes them; a liaison reads those of the own units.
import { may as mayDelegate } from "@/lib/delegates/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/prisma/client/client";
import type { VacancyState } from "@/prisma/client/enums";
import { vacancyFlow, type VacancyEvent } from "./flow";

export const may = (actor: Actor, _act: VacancyEvent | "carry", of: { committeeId: string }): boolean => mayDelegate(actor, "edit", of);

/** The steps open to the actor on this vacancy; none once its term is over. */
export const openTo = (actor: Actor, of: { committeeId: string; state: VacancyState; current: boolean }): VacancyEvent[] => (of.current ? vacancyFlow.open(of.state).filter((event) => may(actor, event, of)) : []);

/** Which vacancies the actor may know of. */
export function visibleTo(actor: Actor): Prisma.VacancyWhereInput {
  switch (actor.role) {
    case "OFFICE":
    case "OFFICE_HEAD":
    case "SYSTEM":
      return { committeeId: actor.committeeId };
    case "UNIT_LIAISON":
      return { committeeId: actor.committeeId, unitId: { in: [...actor.unitIds] } };
    case "LEADER":
    case "DELEGATE":
    case "HANDLING_UNIT":
    case "SUPERVISOR":
    case "SYSTEM_ADMIN":
    case "SECURITY_ADMIN":
    case "AUDIT_ADMIN":
    case "PUBLIC":
      return { id: { in: [] } };
  }
}
