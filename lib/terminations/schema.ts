import { z } from "zod";
import { today } from "@/lib/platform/clock";
import { endingCauses, refusals } from "./labels";

const target = { id: z.uuid("编号不正确"), version: z.coerce.number("版本不正确").int("版本不正确") };
/** A day that has come: told with the other faults of the form, so that two wrong dates are both marked. */
const day = (label: string) => z.iso.date(`请填写${label}，如 2026-03-01`).refine((on) => on <= today(), refusals.future);
const words = (label: string, min: number, max: number) => z.string().trim().min(min, `请填写${label}${min > 2 ? `，至少 ${min} 个字` : ""}`).max(max, `${label}不超过 ${max} 个字`);
const optional = (label: string, max: number) => z.string().trim().max(max, `${label}不超过 ${max} 个字`).transform((v) => v || null);
const agreed = (words: string) => z.literal("on", words);

export const proposeInput = z.object({ delegateId: z.uuid("代表编号不正确"), cause: z.enum(endingCauses, "请选择原因"), grounds: words("事实与依据", 4, 2000), proposedOn: day("提出日期") })
  .refine((v) => v.cause !== "OTHER" || v.grounds.length >= 10, { path: ["grounds"], message: refusals.otherNeedsText });

export const recordInput = z.object({ delegateId: z.uuid("代表编号不正确"), effectiveOn: day("去世日期"), grounds: words("依据", 4, 2000), confirm: agreed("请确认已知悉登记的后果") });

export const decideYesInput = z.object({
  ...target, decidedOn: day("决定日期"), meeting: words("作出决定的会议", 2, 100), documentNo: words("决定文号", 2, 60), effectiveOn: day("生效日期"), confirm: agreed("请确认已知悉决定的后果"),
});
export const decideNoInput = z.object({ ...target, decidedOn: day("决定日期"), meeting: words("作出决定的会议", 2, 100), documentNo: optional("决定文号", 60), note: words("不予终止的理由", 4, 500) });
export const withdrawInput = z.object({ ...target, note: words("撤回的理由", 4, 500) });
export const fileInput = z.object({ ...target, filedOn: day("备案日期"), filedWith: words("备案的上级党委", 2, 60), filingNo: optional("备案文号", 60) });

export type Proposal = z.infer<typeof proposeInput>;
export type DeathRecord = Omit<z.infer<typeof recordInput>, "confirm">;
export type DecisionYes = Omit<z.infer<typeof decideYesInput>, "id" | "version" | "confirm">;
export type DecisionNo = Omit<z.infer<typeof decideNoInput>, "id" | "version">;
export type Filing = Omit<z.infer<typeof fileInput>, "id" | "version">;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** Filters of the list as they stand in the address; nonsense is dropped. */
export const terminationFilters = z.object({
  state: z.preprocess(first, z.enum(["open", "PROPOSED", "DECIDED_YES", "DECIDED_NO", "FILED", "WITHDRAWN"]).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
/** The address of the cases in one state, at `base`. */
export const hrefOfState = (base: string, state: TerminationFilters["state"]): string => (state ? `${base}?state=${state}` : base);

export type TerminationFilters = z.infer<typeof terminationFilters>;

export const stepParam = z.enum(["decide-yes", "decide-no", "withdraw", "file"]);
