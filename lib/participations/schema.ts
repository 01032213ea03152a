import { z } from "zod";
import { ParticipationState } from "@/prisma/client/enums";
import { listField } from "@/lib/delegates/filters";
import { answerNames, type Answer } from "./labels";

const target = { id: z.uuid("编号不正确"), version: z.coerce.number("版本不正确").int("版本不正确") };
const reason = z.string().trim().max(200, "理由不超过 200 个字").transform((v) => v || null).default(null);
const confirm = z.literal("on").optional().transform(Boolean);
const answer = z.enum(Object.keys(answerNames) as [Answer, ...Answer[]], "请选择能否参加");

export const inviteInput = z.object({ id: target.id, list: listField, expected: z.string().regex(/^[\w-]{22}$/, "请刷新页面重新核对") });
export const strikeInput = z.object({ ...target, reason: z.string().trim().min(4, "请填写原因，至少 4 个字").max(200, "原因不超过 200 个字") });
export const replyInput = z.object({ ...target, answer, reason, confirm });
export const replyForInput = z.object({ ...target, answer, reason });
export const enrolInput = z.object({ id: target.id, confirm });
export const substituteInput = z.object({ ...target, delegateId: z.uuid("编号不正确") });
export const targetInput = z.object(target);
export const askLeaveInput = z.object({ ...target, reason: z.string().trim().min(4, "请填写请假的理由，至少 4 个字").max(200, "理由不超过 200 个字") });
export const decideLeaveInput = z.object({ ...target, granted: z.enum(["yes", "no"], "请选择是否准假"), note: z.string().trim().max(200, "意见不超过 200 个字").transform((v) => v || null).default(null) });
export const remindInput = z.object({ id: target.id });

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const page = z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1));

export const listFilters = z.object({
  state: z.preprocess(first, z.enum(ParticipationState).optional().catch(undefined)), q: z.preprocess(first, z.string().trim().min(1).max(50).optional().catch(undefined)), page,
});
export type ListFilters = z.infer<typeof listFilters>;

export const shelves = ["coming", "open", "past"] as const;
export const ownFilters = z.object({ show: z.preprocess(first, z.enum(shelves).catch("coming")), page });
export type OwnFilters = z.infer<typeof ownFilters>;
