// Rule: an activity is planned, published, held and closed by whoever organises it; only the confirmed list makes an
// absence (domain 6.3: never by the system alone). What was held is not cancelled any more, for somebody came.
import { defineFlow } from "@/lib/platform/flow";
import type { ActivityState, ParticipationState } from "@/prisma/client/enums";

export type ActivityEvent = "publish" | "hold" | "close" | "cancel";

export const activityFlow = defineFlow<ActivityState, ActivityEvent>("DRAFT", {
  DRAFT: { publish: "PUBLISHED" },
  PUBLISHED: { hold: "HELD", cancel: "CANCELLED" },
  HELD: { close: "ARCHIVED" },
  ARCHIVED: {},
  CANCELLED: {},
});

/** Activities a participant may know of. */
export const publicStates: ActivityState[] = ["PUBLISHED", "HELD", "ARCHIVED", "CANCELLED"];

/** Who is expected at the sessions of an activity; whoever may still come is expected too. */
export const expectedStates: ParticipationState[] = ["ACCEPTED", "NO_RESPONSE", "LEAVE_REQUESTED", "LEAVE_GRANTED"];
