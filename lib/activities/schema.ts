import { z } from "zod";
import { ActivityEntry, ActivityKind, ActivityState, GuestKind } from "@/prisma/client/enums";
import { instantAt, isRealDate } from "@/lib/platform/clock";
import { MOST_COPIES, MOST_SESSIONS, repeatNames, type Repeat } from "./labels";
import { sessionsOf, type SessionInput } from "./sessions";

const target = { id: z.uuid("编号不正确"), version: z.coerce.number("版本不正确").int("版本不正确") };
const words = (label: string, min: number, max: number) => z.string().trim().min(min, `请填写${label}${min > 2 ? `，至少 ${min} 个字` : ""}`).max(max, `${label}不超过 ${max} 个字`);
const optional = (label: string, max: number) => z.string().trim().max(max, `${label}不超过 ${max} 个字`).transform((v) => v || null).default(null);
const moment = z.string().trim().refine((v) => v === "" || (isRealDate(v.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d$/.test(v.slice(10))), "请填写日期和时间，如 2026-03-01 18:00").transform((v) => (v ? instantAt(v.slice(0, 10), v.slice(11)) : null)).default(null);
const capacity = z.string().trim().refine((v) => v === "" || (/^\d{1,4}$/.test(v) && Number(v) > 0), "名额须是 1 至 9999 的整数，不限请不填").transform((v) => (v ? Number(v) : null)).default(null);

const line = (max: number) => z.string().trim().max(max, `不超过 ${max} 个字`).default("");
const hours = z.string().trim().refine((v) => v === "" || (/^\d{1,2}(\.[05])?$/.test(v) && Number(v) <= 24), "学时须是 0 至 24，以 0.5 为一级").default("");

/** Up to twenty sessions as twenty lines of the form: day1, from1, to1 and so on. What they say together is read by sessionsOf. */
const rows = Object.fromEntries(Array.from({ length: MOST_SESSIONS }, (_, i) => i + 1).flatMap((n) => [
  [`day${n}`, line(10)], [`from${n}`, line(5)], [`to${n}`, line(5)], [`title${n}`, line(100)], [`speaker${n}`, line(60)], [`place${n}`, line(100)], [`hours${n}`, hours], [`signOut${n}`, z.literal("on").optional()],
])) as Record<never, z.ZodType>;

const facts = {
  unitId: z.uuid("请选择组织单位"), kind: z.enum(ActivityKind, "请选择类别"), entry: z.enum(ActivityEntry, "请选择参加方式"), title: words("名称", 2, 100), summary: optional("内容和要求", 2000), agenda: optional("议程", 4000),
  place: words("地点", 2, 100), contact: optional("联系人和电话", 100), capacity, replyBy: moment,
};

/** `planLineId` is the line of the yearly plan of trainings it is arranged from. */
export const planInput = z.object({ ...facts, ...rows, planLineId: z.uuid("编号不正确").optional() });
export const editInput = z.object({ ...target, ...facts, ...rows });
type Facts = Omit<z.infer<typeof planInput>, "planLineId">;
export type Plan = Facts & { sessions: SessionInput[] };

/** The plan a form holds. Refuses sessions that cannot be. */
export const planOf = (input: Facts): Plan => {
  const { unitId, kind, entry, title, summary, agenda, place, contact, capacity: seats, replyBy } = input;
  return { unitId, kind, entry, title, summary, agenda, place, contact, capacity: seats, replyBy, sessions: sessionsOf(input) };
};

export const targetInput = z.object(target);
export const publishInput = z.object({ ...target, confirm: z.literal("on").optional() });
export const cancelInput = z.object({ ...target, reason: words("取消的原因", 4, 500) });

export const copyInput = z.object({
  id: target.id, on: z.iso.date("请填写日期，如 2026-03-01"), repeat: z.enum(Object.keys(repeatNames) as [Repeat, ...Repeat[]], "请选择是否重复"),
  times: z.coerce.number("请填写次数").int("次数须是整数").min(1, "至少一次").max(MOST_COPIES, `一次最多复制 ${MOST_COPIES} 次`).default(1),
});
export type CopyOrder = Omit<z.infer<typeof copyInput>, "id">;

export const guestInput = z.object({ activityId: target.id, name: words("姓名", 2, 40), kind: z.enum(GuestKind, "请选择类别"), organization: optional("单位和职务", 100) });
export type GuestRow = Omit<z.infer<typeof guestInput>, "activityId">;
export const removeGuestInput = z.object({ id: target.id, name: z.string().max(200) });
export const removeFileInput = z.object({ id: target.id, name: z.string().max(200) });

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const maybe = <T extends z.ZodType>(type: T) => z.preprocess(first, type.optional().catch(undefined));

export const shelves = ["coming", "over", "all"] as const;

/** Filters of the list as they stand in the address; nonsense is dropped. A month asks among all, what is coming and what is over. */
export const activityFilters = z.object({
  show: z.preprocess(first, z.enum(shelves).catch("coming")), state: maybe(z.enum(ActivityState)), kind: maybe(z.enum(ActivityKind)), month: maybe(z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)), unit: maybe(z.uuid()),
  q: maybe(z.string().trim().min(1).max(100)), page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
export type ActivityFilters = z.infer<typeof activityFilters>;

export const paramsOf = ({ show, state, kind, month, unit, q }: ActivityFilters): Record<string, string | undefined> => ({ show: show === "coming" ? undefined : show, state, kind, month, unit, q });

/** Whose reading of which material is asked for, and a sentence from the upload. */
export const readerFilters = z.object({
  of: maybe(z.uuid()), show: z.preprocess(first, z.enum(["read", "unread"]).catch("unread")), page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)), refused: maybe(z.string().transform((v) => v.slice(0, 300))),
});

/** How many sessions a form begins with. */
export const sessionsParam = z.preprocess(first, z.coerce.number().int().min(1).max(MOST_SESSIONS).catch(1));

export const printKinds = ["notice", "names", "sheet", "cards"] as const;
export type PrintKind = (typeof printKinds)[number];

export const printFilters = z.object({ of: z.preprocess(first, z.enum(printKinds).catch("notice")) });
