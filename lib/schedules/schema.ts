import { z } from "zod";
import { kindNames } from "@/lib/activities/labels";
import { today } from "@/lib/platform/clock";
import type { ActivityKind } from "@/prisma/client/enums";
import { viewNames, type ScheduleView } from "./labels";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const choice = <K extends string>(names: Record<K, string>) => z.preprocess(first, z.enum(Object.keys(names) as [K, ...K[]]).optional().catch(undefined));

/** A month from 2000 to 2099; anything else is the present one. */
const month = z.preprocess(first, z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/).catch(() => today().slice(0, 7)));

export const scheduleFilters = z.object({
  month, view: choice<ScheduleView>(viewNames), kind: choice<ActivityKind>(kindNames),
  /** Only what the reader, or a delegate of the own unit, takes part in. */
  mine: z.preprocess(first, z.literal("1").optional().catch(undefined)),
});
export type ScheduleFilters = z.infer<typeof scheduleFilters>;

export const nothing = z.object({}).strict();
