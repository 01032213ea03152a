import { z } from "zod";
import { PlacePostKind } from "@/prisma/client/enums";

/** A delegation or a group of a term. */
export const placeOf = { termId: z.uuid(), place: z.enum(["delegation", "group"]), placeId: z.uuid() };

export const appointInput = z.object({ ...placeOf, delegateId: z.uuid("请选择代表"), kind: z.enum(PlacePostKind, "请选择职务"), fromOn: z.iso.date("请填写任职日期，如 2026-03-01"), replace: z.literal("on").optional().transform(Boolean) });
export const dismissInput = z.object({ ...placeOf, id: z.uuid(), untilOn: z.iso.date("请填写免职日期，如 2026-03-01") });

export type PlaceOf = { termId: string; place: "delegation" | "group"; placeId: string };
