import { z } from "zod";
import { UnitKind } from "@/prisma/client/enums";

const FORBIDDEN = /[\p{Cc}\p{Co}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** One form of each character, single spaces. */
export const cleanName = (raw: string): string => raw.normalize("NFC").replace(/[\s\u3000]+/g, " ").trim();

/** A name as it is kept: clean, and nothing in it that cannot be seen. */
export const name = z.string().transform(cleanName)
  .pipe(z.string().min(2, "请填写名称，至少 2 个字").max(60, "名称不超过 60 个字")
    .refine((v) => !FORBIDDEN.test(v), "名称含有看不见的字符，请删除后重新输入")
    .refine((v) => /\p{L}/u.test(v), "名称里没有文字，请填写全称或规范简称"));

const basis = z.string().trim().max(200, "依据不超过 200 个字").transform((v) => v || null);
const needed = z.string().trim().min(2, "请写明依据，如文件号、会议名称").max(200, "依据不超过 200 个字");
const day = (label: string) => z.iso.date(`请填写${label}，如 2026-03-01`);
const ticked = z.literal("on").optional().transform((v) => v === "on");
const kind = z.enum(UnitKind, "请选择类别");
const target = { id: z.uuid("党组织编号不正确"), version: z.coerce.number().int() };

export const establishInput = z.object({
  parentId: z.union([z.literal("").transform(() => null), z.uuid("请选择上级党组织")]),
  name, kind, isElecting: ticked, isHandling: ticked, activeFrom: day("设立日期"), basis,
});
export const renameInput = z.object({ ...target, name, effectiveOn: day("生效日期"), basis: needed });
export const moveInput = z.object({ ...target, parentId: z.uuid("请选择新的上级"), effectiveOn: day("生效日期"), basis: needed });
export const adjustInput = z.object({ ...target, kind, isElecting: ticked, isHandling: ticked, effectiveOn: day("生效日期"), basis });
export const deactivateInput = z.object({ ...target, effectiveOn: day("停用日期"), basis: needed, despite: ticked });
export const reactivateInput = z.object({ ...target, effectiveOn: day("恢复日期"), basis: needed });
export const removeInput = z.object(target);

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The tree as it stands in the address; what makes no sense is dropped, so that a shared link still opens. */
export const treeFilters = z.object({
  q: z.preprocess(first, z.string().trim().max(50).catch("").default("")),
  all: z.preprocess(first, z.literal("1").optional().catch(undefined)),
  open: z.preprocess(first, z.literal("all").optional().catch(undefined)),
});

export const parentParam = z.object({ parent: z.preprocess(first, z.uuid().optional().catch(undefined)) });

/** What a history entry keeps of the unit before and after; older entries may hold less. */
export const changeFacts = z.object({
  name: z.string(), kind: z.enum(UnitKind), parentId: z.uuid().nullable(), parentName: z.string().nullable(),
  isElecting: z.boolean(), isHandling: z.boolean(), activeTo: z.iso.date().nullable(),
  others: z.array(z.object({ id: z.uuid(), name: z.string() })), heads: z.number().int(),
}).partial();

export type ChangeFacts = z.infer<typeof changeFacts>;
export type NewUnit = z.infer<typeof establishInput>;
