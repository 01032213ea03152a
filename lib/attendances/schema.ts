import { z } from "zod";
import { MOST_UNKNOWN, SKIP } from "./import-labels";
import { classes, codes, wrongCodes } from "./labels";

const id = z.uuid("编号不正确");
export const target = { id, version: z.coerce.number("版本不正确").int("版本不正确") };

export const holdInput = z.object(target);
/** `open` is how many the page showed without a mark: whoever signs in meanwhile must not become absent unseen. */
export const closeInput = z.object({ ...target, open: z.coerce.number("请刷新页面重新核对").int("请刷新页面重新核对"), confirm: z.literal("on", "请确认已核对缺席名单") });

/** One mark as its list sends it: participation, session, what the page showed, what was chosen. */
const cell = z.string().transform((text, context) => {
  const [participationId = "", sessionId = "", shown, code, ...more] = text.split("~");
  const parsed = z.object({ participationId: id, sessionId: id, shown: z.enum(codes), code: z.enum(codes) }).safeParse({ participationId, sessionId, shown, code });
  if (parsed.success && more.length === 0) return parsed.data;
  context.addIssue({ code: "custom", message: "到会情况填写得不对，请刷新页面后再填" });
  return z.NEVER;
});

export const markInput = z.object({ id, marks: z.array(cell).max(3000, "一次登记得太多，请按代表团分别登记"), reason: z.string().trim().max(300, "理由不超过 300 个字").transform((v) => v || null) });

const settled = <T extends z.ZodType>(key: z.ZodType<number>, choice: T) =>
  z.string().transform((text, context): [number, z.output<T>][] => {
    const [at = "", ...rest] = text.split("~");
    const [k, v] = [key.safeParse(at), choice.safeParse(rest.join("~"))];
    // What is not chosen yet is told by its cell, where the sheet is known.
    if (k.success && rest.join("~") === "") return [];
    if (k.success && v.success) return [[k.data, v.data]];
    context.addIssue({ code: "custom", message: "选择得不对，请刷新页面后再选" });
    return z.NEVER;
  });
const number = z.coerce.number().int().min(0).max(100_000);

/** A look at a sheet, settled: who the unknown names are (by row), what the unknown marks mean (by their order), whose word counts. */
export const importInput = z.object({
  id, batch: id, expected: z.string().length(64, "请刷新页面重新核对"),
  names: z.array(settled(number, z.union([z.literal(SKIP), id]))).max(MOST_UNKNOWN).default([]).transform((v) => v.flat()),
  marks: z.array(settled(number, z.enum(codes))).max(500).default([]).transform((v) => v.flat()),
  over: z.enum(["keep", "take"], "请选择以哪一个为准").default("keep"), add: z.literal("on").optional(), reason: z.string().trim().max(300, "理由不超过 300 个字").default("").transform((v) => v || null),
});
export type ImportInput = z.infer<typeof importInput>;

/** The code of the screen, from the QR or as its six digits; spaces between digits are forgiven. */
export const signInput = z.object({ sessionId: id, code: z.string().transform((v) => v.replace(/\s/g, "")).pipe(z.string().min(1, "请输入屏幕上的 6 位数字").regex(/^(\d{6}|[\w-]{22})$/, "签到码是 6 位数字，请按屏幕上的输入")) });
export type SignInput = z.infer<typeof signInput>;

export type Cell = z.infer<typeof cell>;
export type MarkInput = z.infer<typeof markInput>;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

const show = z.preprocess(first, z.enum(["due", "came", ...classes]).optional().catch(undefined));
const page = z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1));

/** Which number of a figure is opened; nonsense opens all that was due. */
export const figureParams = z.object({ show: show.transform((v) => v ?? "due"), page });

/** What part of the roll a page shows; nonsense is dropped. */
export const rollParams = z.object({
  delegation: z.preprocess(first, z.uuid().optional().catch(undefined)),
  show,
  step: z.preprocess(first, z.enum(["close"]).optional().catch(undefined)),
  page,
});

export const signParams = z.object({
  code: z.preprocess(first, z.string().regex(/^[\w-]{22}$/).optional().catch(undefined)),
  refused: z.preprocess(first, z.enum(wrongCodes).optional().catch(undefined)),
});

export const importParams = z.object({ batch: z.preprocess(first, z.uuid().optional().catch(undefined)), refused: z.preprocess(first, z.string().max(600).optional().catch(undefined)) });

export const screenParams = z.object({ session: z.preprocess(first, z.uuid().optional().catch(undefined)) });
