import { z } from "zod";
import { today } from "@/lib/platform/clock";
import type { DutyKind, DutyState } from "@/prisma/client/enums";
import { kindNames, originNames, refusals, stateNames } from "./labels";
import { detailFields, loggedKinds } from "./registry";

const id = z.uuid("编号不正确");
const target = { id, version: z.coerce.number("版本不正确").int("版本不正确") };
const keysOf = <K extends string>(names: Record<K, string>) => Object.keys(names) as [K, ...K[]];
const kind = z.enum(keysOf(kindNames), "请选择类别");
const words = (label: string, min: number, max: number) => z.string(`请填写${label}`).trim().min(min, `请填写${label}，至少 ${min} 个字`).max(max, `${label}不超过 ${max} 个字`);
const optional = (label: string, max: number) => z.string().trim().max(max, `${label}不超过 ${max} 个字`).transform((v) => v || null).default(null);
const HOURS = "时长请填写小时数，如 2 或 1.5，不超过 99";

/** What every kind asks. `again`: not the same as the one alike; `then`: a draft is kept and not submitted. */
const answers = {
  title: words("名称", 2, 60),
  heldOn: z.iso.date("请填写履职日期，如 2026-03-01").refine((on) => on <= today(), refusals.future),
  hours: z.string().trim().regex(/^(\d{1,2}(\.\d)?)?$/, HOURS).transform((v) => (Number(v) > 0 ? Number(v) : null)).default(null),
  place: optional("地点", 60), content: optional("主要内容", 2000), evidence: optional("佐证材料", 300), lateReason: optional("补记的原因", 200),
  contacts: z.array(z.uuid("请重新选择联系对象")).max(60).default([]),
  again: z.literal("on").optional(), then: z.literal("draft").optional(),
};

/** What any kind asks; each is read again by its own kind. */
const asked = Object.fromEntries(Object.keys(detailFields).map((key) => [key, z.string().max(2000, "不超过 2000 个字").optional()]));

export const logInput = z.object({ ...asked, ...answers, kind, clientKey: id });
export const logForInput = z.object({ ...asked, ...answers, kind, clientKey: id, delegateId: z.uuid("请选择代表") });
export const editInput = z.object({ ...asked, ...answers, ...target });
export const stepInput = z.object(target);
export const openInput = z.object({ id });
export const approveInput = z.object({ ...target, note: optional("审核意见", 300) });
export const reasonInput = z.object({ ...target, note: words("理由", 4, 300) });
export const disputeInput = z.object({ ...target, dispute: words("与事实不符之处", 4, 500) });
export const settleInput = z.object({ ...target, disputeReply: words("对异议的答复", 4, 500) });
export const removePhotoInput = z.object({ id, photoId: id });
/** Records as ticked in the list, each "id.version". */
export const reviewInput = z.object({ pick: z.array(z.string().regex(/^[\da-f-]{36}\.\d{1,9}$/, "编号不正确"), refusals.nothingPicked).min(1, refusals.nothingPicked).max(100), verdict: z.literal("reject").optional(), note: optional("理由", 300) });

type Answers = { [K in keyof typeof answers]: z.output<(typeof answers)[K]> };
/** A record as it is typed; the questions of its kind stand beside, as text. */
export type Written = Omit<Answers, "again" | "then"> & { again?: "on" | undefined; then?: "draft" | undefined } & Record<string, unknown>;
export type Logged = Written & { kind: DutyKind; clientKey: string };

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const given = <T extends z.ZodType>(type: T) => z.preprocess((v) => first(v) || undefined, type.optional().catch(undefined));

/** Filters of the list as they stand in the address; nonsense is dropped. "disputed" waits for an answer. */
export const dutyFilters = z.object({
  kind: given(z.enum(keysOf(kindNames))),
  state: given(z.enum([...keysOf(stateNames), "disputed"])),
  unit: given(z.uuid()),
  delegate: given(z.uuid()),
  import: given(z.uuid()),
  origin: given(z.enum(keysOf(originNames))),
  q: given(z.string().trim().max(50)),
  year: given(z.string().regex(/^20\d{2}$/)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
export type DutyFilters = z.infer<typeof dutyFilters>;
export type Shelf = DutyState | "disputed" | undefined;

/** Where a record stands open: the step begun, whether it was just sent, and why a photograph was not taken in. */
export const recordParams = z.object({ step: given(z.enum(["edit", "reject", "revoke", "dispute"])), done: given(z.literal("1")), refused: given(z.string().transform((v) => v.slice(0, 200))) });

/** How a new record begins: of a kind, from an earlier one, for a delegate. */
export const newParams = z.object({ kind: given(z.enum(loggedKinds, "请选择类别")), copy: given(z.uuid()), contact: given(z.uuid()), delegate: given(z.uuid()), q: given(z.string().trim().max(50)) });
