import { z } from "zod";
import { createInput } from "@/lib/delegates/schema";
import { refusals, SURPLUS } from "./labels";

const target = { id: z.uuid("缺额编号不正确"), version: z.coerce.number("版本不正确").int("版本不正确") };
const heads = (label: string) => z.coerce.number(`请填写${label}`).int(`${label}应是整数`).min(1, `请填写${label}`).max(999, `${label}不超过 999`);
const note = z.string().trim().min(4, "请写明理由，至少 4 个字").max(500, "理由不超过 500 个字");

/** How many candidates an election of so many seats needs. */
export const leastCandidates = (seats: number): number => Math.ceil(seats * (1 + SURPLUS));

/** The collection form of whoever was elected, and the election it came from. */
export const fillInput = createInput.omit({ termId: true }).extend({
  ...target,
  meeting: z.string().trim().min(2, "请写明补选的会议或文件").max(200, "补选的会议或文件不超过 200 个字"),
  seats: heads("本次应选名额"), candidates: heads("候选人数"),
}).refine((v) => v.candidates >= leastCandidates(v.seats), { path: ["candidates"], error: (issue) => refusals.tooFew(leastCandidates((issue.input as { seats: number }).seats)) });

export const closeInput = z.object({ ...target, note });
export const reopenInput = z.object(target);

export type Election = { meeting: string; seats: number; candidates: number };

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** Filters of the list as they stand in the address; nonsense is dropped. */
export const vacancyFilters = z.object({
  term: z.preprocess(first, z.uuid().optional().catch(undefined)),
  state: z.preprocess(first, z.enum(["OPEN", "FILLED", "CLOSED"]).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
export type VacancyFilters = z.infer<typeof vacancyFilters>;
