// Rule: a seat that falls vacant is filled by a new election in the same electing unit; nobody moves up in the order of
// votes (domain 1.1). The office may also decide not to fill it, and think better of it.
import { defineFlow } from "@/lib/platform/flow";
import type { VacancyState } from "@/prisma/client/enums";

export type VacancyEvent = "fill" | "close" | "reopen";

export const vacancyFlow = defineFlow<VacancyState, VacancyEvent>("OPEN", {
  OPEN: { fill: "FILLED", close: "CLOSED" },
  FILLED: {},
  CLOSED: { reopen: "OPEN" },
});
