import { z } from "zod";
import { planInput } from "@/lib/activities/schema";
import { isRealDate } from "@/lib/platform/clock";
import { FindingKind, StopKind } from "@/prisma/client/enums";
import { MOST_STOPS, REPORT_LIMIT, refusals, shelfNames } from "./labels";

const id = z.uuid("编号不正确");
const target = { id, version: z.coerce.number("版本不正确").int("版本不正确") };
const words = (label: string, min: number, max: number) => z.string().trim().min(min, `请填写${label}${min > 2 ? `，至少 ${min} 个字` : ""}`).max(max, `${label}不超过 ${max} 个字`);
const optional = (label: string, max: number) => z.string().trim().max(max, `${label}不超过 ${max} 个字`).transform((v) => v || null).default(null);
const choice = (sentence: string) => z.union([z.literal("").transform(() => null), z.uuid(sentence)]).default(null);
const ticked = z.literal("on").optional();

/** A research planned for a group: the activity itself and who carries it. */
export const planResearchInput = planInput.omit({ kind: true }).extend({ groupId: choice(refusals.group) });

export const arrangeInput = z.object({ ...target, topic: optional("课题", 200), groupId: choice(refusals.group), leaderId: choice(refusals.leader) });
export type Arrangement = Omit<z.infer<typeof arrangeInput>, "id" | "version">;

const row = (n: number): [string, z.ZodType][] => [
  [`stop${n}`, z.union([z.literal(""), id]).default("")], [`name${n}`, z.string().trim().max(60, "名称不超过 60 个字").default("")], [`kind${n}`, z.union([z.literal("").transform(() => null), z.enum(StopKind)]).default(null)],
  [`address${n}`, optional("地址", 100)], [`note${n}`, optional("说明", 300)],
];
const lines = Array.from({ length: MOST_STOPS }, (_, i) => i + 1);

/** Up to twelve stops as lines of the form: stop1 (the stop that stood there), name1, kind1, address1, note1 and so on. */
export const routeInput = z.object({ ...target, ...(Object.fromEntries(lines.flatMap(row)) as Record<never, z.ZodType>) });

export type StopRow = { row: number; id: string | null; name: string; kind: StopKind | null; address: string | null; note: string | null };

/** The stops of a form in their order; a line without a name is none. */
export const stopsOf = (input: Record<string, unknown>): StopRow[] =>
  lines.map((n) => ({ row: n, id: (input[`stop${n}`] as string) || null, name: String(input[`name${n}`] ?? ""), kind: (input[`kind${n}`] ?? null) as StopKind | null, address: (input[`address${n}`] ?? null) as string | null, note: (input[`note${n}`] ?? null) as string | null }));

const seen = { stopId: z.uuid(refusals.stop), kind: z.enum(FindingKind, "请选择类别"), text: words("内容", 4, 2000) };
export const findingInput = z.object({ activityId: id, ...seen });
export const editFindingInput = z.object({ ...target, ...seen });
export const removeFindingInput = z.object(target);
export type Seen = Omit<z.infer<typeof findingInput>, "activityId">;
export const removePhotoInput = z.object({ id, photoId: id });

export const reportInput = z.object({ ...target, reportTitle: words("报告题目", 4, 100), reportText: words("报告正文", 10, REPORT_LIMIT) });
export type Report = Omit<z.infer<typeof reportInput>, "id" | "version">;
export const stepInput = z.object(target);
export const reasonInput = z.object({ ...target, reason: words("理由", 4, 500) });
export const adoptInput = z.object({ ...target, adoptedBy: words("采纳单位或领导", 2, 100), adoptionPaper: words("采纳文件的文号", 4, 100) });
export const publicationInput = z.object({ ...target, published: ticked, remarks: ticked });

export const remarkInput = z.object({ id, remark: words("批示", 2, 1000) });
export const enterRemarkInput = z.object({ id, byName: words("批示人", 2, 40), writtenOn: z.string().trim().refine(isRealDate, "请填写日期，如 2026-03-01"), remark: words("批示", 2, 1000) });

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const maybe = <T extends z.ZodType>(type: T) => z.preprocess(first, type.optional().catch(undefined));
const pages = z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1));

export const shelves = Object.keys(shelfNames) as (keyof typeof shelfNames)[];
export type Shelf = (typeof shelves)[number];

/** Filters of the list as they stand in the address; nonsense is dropped. */
export const researchFilters = z.object({
  show: z.preprocess(first, z.enum(shelves as [Shelf, ...Shelf[]]).catch("all")), year: maybe(z.string().regex(/^20\d{2}$/)), group: maybe(z.uuid()), q: maybe(z.string().trim().min(1).max(100)), page: pages,
});
export type ResearchFilters = z.infer<typeof researchFilters>;
export const paramsOf = ({ show, year, group, q }: ResearchFilters): Record<string, string | undefined> => ({ show: show === "all" ? undefined : show, year, group, q });

export const ownFilters = z.object({ show: z.preprocess(first, z.enum(["own", "open"]).catch("own")), page: pages });

/** Which part of the page is asked for, which finding, and a sentence from an upload. */
export const pageParams = z.object({
  step: maybe(z.enum(["arrange", "route", "report", "import", "submit", "sendBack", "adopt", "file", "publish", "remark", "finding"])), finding: maybe(z.uuid()), refused: maybe(z.string().transform((v) => v.slice(0, 300))),
});
export type PageStep = NonNullable<z.infer<typeof pageParams>["step"]>;

export const newParams = z.object({ group: maybe(z.uuid()) });
