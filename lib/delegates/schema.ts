import { z } from "zod";
import { ConsentField, DelegateFlag, ElectionKind, PrimaryCategory } from "@/prisma/client/enums";
import { today } from "@/lib/platform/clock";
import { readIdNumber } from "@/lib/platform/chinese/id-number";
import { readMobile } from "@/lib/platform/chinese/mobile";
import { readMonth } from "@/lib/platform/chinese/month";
import { readName } from "@/lib/platform/chinese/name";
import { isExportKey } from "./export-columns";
import { listField } from "./filters";
import { refusals, suspendingCauses } from "./labels";
import type { MoveTarget } from "./move-plan";

/** Text that may be left empty; empty becomes null. */
const text = (label: string, max: number) => z.string().trim().max(max, `${label}不超过 ${max} 个字`).transform((v) => v || null);
const codeOr = <T extends z.ZodType>(type: T) => z.union([z.literal("").transform(() => null), type]);
const id = (label: string) => z.uuid(`请选择${label}`);

const name = z.string().max(400).transform((raw, ctx) => {
  const read = readName(raw);
  if (read.refused) ctx.addIssue({ code: "custom", message: read.refused });
  return read.name;
});

const month = (label: string, required: boolean, day = false) => z.string().trim().max(40).transform((raw, ctx): string | null => {
  const read = readMonth(raw);
  if ("absent" in read) {
    if (required) ctx.addIssue({ code: "custom", message: `请填写${label}，如 1968.05` });
    return null;
  }
  if ("month" in read) return day ? (read.precise ?? read.month) : read.month;
  ctx.addIssue({ code: "custom", message: "ambiguous" in read ? `${read.why}，请写成 1968.05 的样式` : read.refused });
  return null;
});

/** A number shown masked comes back as it was shown; the service puts the stored one in its place. */
const isMasked = (raw: string) => raw.includes("*");

const idNumber = (masked: boolean) => z.string().trim().max(60).transform((raw, ctx): string | null => {
  if (!raw) return null;
  if (masked && isMasked(raw)) return raw;
  const read = readIdNumber(raw);
  if (read.ok) return read.idNumber;
  ctx.addIssue({ code: "custom", message: read.why });
  return null;
});

const mobile = (masked: boolean) => z.string().trim().max(60).transform((raw, ctx): string | null => {
  if (masked && isMasked(raw)) return raw;
  const read = readMobile(raw);
  if (read.refused) ctx.addIssue({ code: "custom", message: read.refused });
  return read.mobile;
});

/** The collection form, filled in by hand: the same readers as the import, cell by cell. */
export const delegateInput = z.object({
  name, sex: codeOr(z.enum(["1", "2"])), ethnicity: codeOr(z.string().regex(/^\d\d$/)),
  birthMonth: month("出生年月", true), nativePlace: text("籍贯", 60), joinedPartyOn: month("入党时间", false, true), workStartedOn: month("参加工作时间", false, true),
  idNumber: idNumber(false), mobile: mobile(false), officePhone: text("办公电话", 40), address: text("住址", 200),
  education: codeOr(z.string().regex(/^\d\d$/)), degree: codeOr(z.string().regex(/^\d$/)), school: text("毕业院校及专业", 120),
  employer: text("工作单位", 120), position: text("职务", 200), rank: text("职级", 60), professionalTitle: text("专业技术职务", 60),
  occupation: codeOr(z.string().regex(/^\d\d$/)), primaryCategory: codeOr(z.enum(PrimaryCategory)), flags: z.array(z.enum(DelegateFlag)).default([]),
  honours: text("先进模范荣誉", 500), delegationId: id("代表团"), groupId: codeOr(z.uuid()), unitId: codeOr(z.uuid()), delegateNo: text("代表证号", 40),
  electedOn: codeOr(z.iso.date("当选日期请写成 2021-10-28 的样式").refine((day) => day <= today(), "当选日期不能晚于今天")), electionKind: z.enum(ElectionKind), concurrentRoles: text("兼任", 200), remark: text("备注", 1000),
  pinyin: z.string().trim().toLowerCase().max(200).regex(/^[a-z ]*$/, "拼音只写小写字母，字与字之间空一格").default(""),
  acceptReason: text("情况说明", 500).default(null),
});

/**
 * What a delegate may ask to have put right, read by the same readers as the form over the record. Sex, birth, ID number
 * and all that the election decided stay with the office: they identify the person, or are no matter of the own knowledge.
 */
export const correctableInput = delegateInput.pick({
  name: true, ethnicity: true, nativePlace: true, joinedPartyOn: true, workStartedOn: true, mobile: true, officePhone: true, address: true, education: true, degree: true, school: true,
  employer: true, position: true, rank: true, professionalTitle: true, concurrentRoles: true,
});
export type CorrectableField = keyof z.infer<typeof correctableInput>;
export const correctableFields = Object.keys(correctableInput.shape) as CorrectableField[];

export const createInput = delegateInput.extend({ termId: z.uuid(), samePerson: z.enum(["ask", "same", "different"]).default("ask"), reviewBasis: text("资格审查依据", 200).default(null) });

/** The list to go back to later; what it may be is judged where it is used. */
const back = z.string().max(2000).optional().catch(undefined);

export const editInput = delegateInput.extend({ back, idNumber: idNumber(true), mobile: mobile(true), id: z.uuid(), version: z.string().regex(/^\d+\.\d+$/) });

export const revealInput = z.object({ id: z.uuid(), field: z.enum(["idNumber", "mobile"]), reason: z.string().trim().min(4, "请写明查看的理由，至少 4 个字").max(200, "理由不超过 200 个字") });

export const photoInput = z.object({ id: z.uuid() });

export const photoParams = z.object({ size: z.enum(["photo", "thumb"]).catch("photo") });

export const statusInput = z.object({
  back, id: z.uuid(), version: z.coerce.number().int(),
  event: z.enum(["QUALIFY", "DISQUALIFY", "SUSPEND", "RESTORE", "TRANSFER_OUT"], "请选择要办理的事项"),
  effectiveOn: z.iso.date("请选择生效日期"),
  cause: z.union([z.literal("").transform(() => null), z.enum(suspendingCauses)]).default(null),
  basis: z.string().trim().min(2, "请写明依据，如会议名称、文件号").max(200, "依据不超过 200 个字"),
}).refine((v) => v.event !== "SUSPEND" || v.cause !== null, { path: ["cause"], message: refusals.suspendCause })
  .refine((v) => v.event === "SUSPEND" || v.cause === null, { path: ["cause"], message: refusals.noSuchCause });

export type DelegateInput = z.infer<typeof delegateInput>;

/** The year stands in the form: a page left open over New Year confirms nothing it did not show. */
export const confirmOwnInput = z.object({ year: z.coerce.number("年度不正确").int("年度不正确") });
export const consentInput = z.object({ fields: z.array(z.enum(ConsentField)).max(10).default([]) });

/** Full numbers need a reason and the own password; masked ones neither. */
const numbers = { numbers: z.enum(["masked", "full"]).default("masked"), reason: z.string().trim().max(200, "理由不超过 200 个字").default(""), password: z.string().max(200).default("") };
const reasoned = (v: { numbers: string; reason: string }) => v.numbers === "masked" || v.reason.length >= 4;
const confirmed = (v: { numbers: string; password: string }) => v.numbers === "masked" || v.password.length > 0;
const noReason = { path: ["reason"], message: "导出完整号码须写明理由，至少 4 个字" };
const noPassword = { path: ["password"], message: "导出完整号码须再次输入本人口令" };

export const numbersInput = z.object(numbers).refine(reasoned, noReason).refine(confirmed, noPassword);

export type NumbersInput = z.infer<typeof numbersInput>;

/** How a list is taken away; `placed` is the order of the columns on screen. */
export const exportInput = z.object({
  cols: z.array(z.string().max(40)).max(60).default([]).refine((keys) => keys.every(isExportKey), refusals.exportColumn),
  placed: z.string().max(600).default(""),
  format: z.enum(["xlsx", "docx", "csv"], "请选择文件格式"),
  ...numbers,
}).refine(reasoned, noReason).refine(confirmed, noPassword);

export type ExportInput = z.infer<typeof exportInput>;

const kept = z.union([z.literal("").transform(() => undefined), z.uuid("请重新选择")]).optional().catch(undefined);
const keptOrNone = z.union([z.literal("").transform(() => undefined), z.literal("none").transform(() => null), z.uuid("请重新选择")]).optional().catch(undefined);

/** Where many are put at once; an empty field stays as it is, "none" takes them out of every group. */
const target = { toDelegation: kept, toGroup: keptOrNone, toUnit: kept };
export const moveParams = z.object(target).transform(({ toDelegation, toGroup, toUnit }): MoveTarget => ({
  ...(toDelegation ? { delegationId: toDelegation } : {}), ...(toGroup === undefined ? {} : { groupId: toGroup }), ...(toUnit ? { unitId: toUnit } : {}),
}));

/** The list a batch is about and how it looked when it was previewed. */
const previewed = { list: listField, seal: z.string().max(40).default("") };
export const moveInput = z.object({ ...previewed, toDelegation: z.string().max(40).default(""), toGroup: z.string().max(40).default(""), toUnit: z.string().max(40).default("") });

const PREFIX = /^[\p{Script=Han}A-Za-z0-9-]*$/u;
const rule = {
  prefix: z.string().transform((v) => v.normalize("NFKC").trim()).pipe(z.string().max(20, "前缀不超过 20 个字").regex(PREFIX, "前缀只用汉字、字母、数字和短横线")),
  digits: z.coerce.number("位数请填写数字").int("位数请填写整数").min(1, "位数至少 1 位").max(8, "位数不超过 8 位"),
  start: z.coerce.number("起始号请填写数字").int("起始号请填写整数").min(0, "起始号不小于 0").max(99_999_999, "起始号不超过 8 位"),
  by: z.enum(["list", "delegation"]).default("list"),
};
export const numberRule = z.object(rule);
export const numberInput = z.object({ ...previewed, ...rule });

/** Whose order is arranged: the register of a term, or of one delegation of it; the page shown goes along. */
const arranged = { termId: z.uuid(), delegation: kept, page: z.coerce.number().int().min(1).catch(1) };
const place = (label: string) => z.coerce.number(`请填写${label}`).int(`${label}请填写整数`).min(1, `${label}从 1 开始`).max(100_000, `${label}太大`);

/** What an order button or a dragged row sends: who, the place it was seen at, and where it goes. */
export const reorderDelegateInput = z.object({
  ...arranged,
  move: z.string().regex(/^[0-9a-f-]{36}:\d{1,6}:\d{1,6}$/, "请用表中的按钮调整次序").transform((v) => {
    const [id = "", seen, to] = v.split(":");
    return { id, seen: Number(seen), to: Number(to) };
  }),
});
export const placeDelegateInput = z.object({ ...arranged, id: z.uuid(), seen: place("原位次"), to: place("位次") });
export const resortInput = z.object({ ...arranged, by: z.enum(["stroke", "pinyin", "no"], "请选择依据") });
