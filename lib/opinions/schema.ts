import { z } from "zod";
import { OpinionKind, OpinionState } from "@/prisma/client/enums";
import { today } from "@/lib/platform/clock";
import { refusals } from "./labels";

const id = z.uuid("编号不正确");
const target = { id, version: z.coerce.number("版本不正确").int("版本不正确") };
const words = (label: string, min: number, max: number) => z.string(`请填写${label}`).trim().min(min, `请填写${label}，至少 ${min} 个字`).max(max, `${label}不超过 ${max} 个字`);
const optional = (label: string, max: number) => z.string().trim().max(max, `${label}不超过 ${max} 个字`).transform((v) => v || null).default(null);

const content = words("意见内容", 10, 2000);
const answer = words("答复", 4, 2000);
/** Where to: a unit of the tree, or a body named in words; the service asks for exactly one. */
const whither = { targetId: z.union([z.uuid(), z.literal("")], refusals.noUnit).transform((v) => v || null).default(null), body: optional("其他承办机构", 60), handNote: optional("交办的要求", 300) };

export const giveInput = z.object({ activityId: id, clientKey: id, content });
export const recordInput = z.object({ activityId: id, clientKey: id, delegateId: z.union([z.uuid(), z.literal("")], "请选择代表").transform((v) => v || null).default(null), content });
export const stepInput = z.object(target);
export const handInput = z.object({ ...target, ...whither });
/** Opinions as ticked in a list, each "id.version". */
export const handManyInput = z.object({ pick: z.array(z.string().regex(/^[\da-f-]{36}\.\d{1,9}$/, "编号不正确"), refusals.nothingPicked).min(1, refusals.nothingPicked).max(100), ...whither });
export const settleInput = z.object({ ...target, answer });
export const answerInput = z.object({ ...target, answer });
export const recordAnswerInput = z.object({ ...target, answer, answeredBy: words("答复人", 2, 60), answeredOn: z.iso.date(refusals.when).refine((on) => on <= today(), refusals.future) });
export const reasonInput = z.object({ ...target, reason: words("理由", 4, 300) });

export type Whither = { targetId: string | null; body: string | null; handNote: string | null };

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const given = <T extends z.ZodType>(type: T) => z.preprocess((v) => first(v) || undefined, type.optional().catch(undefined));
const page = z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1));

/** Filters of the list as they stand in the address; nonsense is dropped. "late" is handed on and overdue. */
export const opinionFilters = z.object({ state: given(z.enum([...Object.values(OpinionState), "late"] as [OpinionState, ...OpinionState[], "late"])), kind: given(z.enum(OpinionKind)), activity: given(z.uuid()), unit: given(z.uuid()), page });
export type OpinionFilters = z.infer<typeof opinionFilters>;
export type Shelf = OpinionState | "late" | undefined;

export const recordParams = z.object({ step: given(z.enum(["hand", "settle", "file", "giveBack", "sendBack", "askAgain"])), done: given(z.literal("1")) });
export const newParams = z.object({ activity: given(z.uuid()) });
