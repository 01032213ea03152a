import type { DutyKind } from "@/prisma/client/enums";
import { annualReport } from "./kinds/annual-report";
import { congress } from "./kinds/congress";
import { contact } from "./kinds/contact";
import { evaluation } from "./kinds/evaluation";
import { hardshipVisit } from "./kinds/hardship-visit";
import { inquiry } from "./kinds/inquiry";
import type { Kind, KindField } from "./kinds/kind";
import { mediation } from "./kinds/mediation";
import { meeting } from "./kinds/meeting";
import { other } from "./kinds/other";
import { proposal } from "./kinds/proposal";
import { publicity } from "./kinds/publicity";
import { reception } from "./kinds/reception";
import { research } from "./kinds/research";
import { training } from "./kinds/training";
import { volunteer } from "./kinds/volunteer";

/** Every kind of duty, in the order lists and forms show them. */
export const kinds: Readonly<Record<DutyKind, Kind>> = {
  CONGRESS: congress, TRAINING: training, MEETING: meeting, EVALUATION: evaluation, RESEARCH: research, CONTACT: contact, RECEPTION: reception, MEDIATION: mediation,
  VOLUNTEER: volunteer, HARDSHIP_VISIT: hardshipVisit, PROPOSAL: proposal, PUBLICITY: publicity, INQUIRY: inquiry, ANNUAL_REPORT: annualReport, OTHER: other,
};

export const kindKeys = Object.keys(kinds) as DutyKind[];

/** Kinds a delegate logs; what only the program knows of is not offered. The most frequent come first. */
const FIRST: DutyKind[] = ["CONTACT", "RECEPTION", "RESEARCH", "VOLUNTEER"];
export const loggedKinds: DutyKind[] = [...FIRST, ...kindKeys.filter((key) => !FIRST.includes(key))].filter((key) => kinds[key].writtenBy.includes("delegate"));

/** Every question any kind asks, by its key: what a form may carry. */
export const detailFields: Readonly<Record<string, KindField>> = Object.assign({}, ...kindKeys.map((key) => kinds[key].fields));
