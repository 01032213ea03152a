import { pendingAttendances } from "@/lib/attendances/pending";
import { pendingCorrections } from "@/lib/corrections/pending";
import { pendingSlips } from "@/lib/delegate-accounts/pending";
import { pendingDelegates } from "@/lib/delegates/pending";
import { pendingDuties } from "@/lib/duties/pending";
import { pendingDutyImports } from "@/lib/duty-imports/pending";
import { pendingGrants } from "@/lib/grants/pending";
import { pendingJobs } from "@/lib/jobs/pending";
import { pendingOpinions } from "@/lib/opinions/pending";
import { pendingParticipations } from "@/lib/participations/pending";
import type { AccountActor } from "@/lib/platform/actor";
import type { Pending } from "@/lib/platform/pending";
import { pendingResearches } from "@/lib/researches/pending";
import { pendingRules } from "@/lib/rules/pending";
import { pendingRosterImports } from "@/lib/roster-imports/pending";
import { pendingSubstitutions } from "@/lib/substitutions/pending";
import { pendingTerminations } from "@/lib/terminations/pending";
import { pendingUnitImports } from "@/lib/unit-imports/pending";

/** Every noun is asked what waits for the actor; a new one is one line here. */
export const pendingOf = (actor: AccountActor): Pending[] =>
  [pendingAttendances, pendingCorrections, pendingDuties, pendingParticipations, pendingOpinions, pendingResearches, pendingTerminations, pendingDelegates, pendingRosterImports, pendingUnitImports, pendingDutyImports, pendingSlips, pendingGrants, pendingSubstitutions, pendingRules, pendingJobs].flatMap((ask) => ask(actor));
