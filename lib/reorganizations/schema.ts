import { z } from "zod";
import { cleanName, name } from "@/lib/units/schema";
import { UnitKind } from "@/prisma/client/enums";

/** Units merged with one act, and boxes of the form of a split; an address holds no more. */
export const MOST_UNITS = 20;
export const MOST_BOXES = 200;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const ids = (most: number) => z.preprocess((v) => (v === undefined ? [] : [v].flat()), z.array(z.uuid()).max(most).catch([]).default([]));
const oneId = z.preprocess((v) => first(v) || undefined, z.uuid().optional().catch(undefined));

/** The merge looked at, as it stands in the address: into which unit, and which others go with it. */
export const mergeParams = z.object({ into: oneId, "also[]": ids(MOST_UNITS) }).transform(({ "also[]": also, ...rest }) => ({ ...rest, also }));

/** The split looked at: to a unit there is or to a new one, and what goes along. `look` is set once the choice was sent. */
export const splitParams = z.object({
  look: z.preprocess(first, z.literal("1").optional().catch(undefined)),
  to: oneId, parent: oneId,
  name: z.preprocess(first, z.string().max(100).catch("").default("").transform(cleanName)),
  kind: z.preprocess((v) => first(v) || undefined, z.enum(UnitKind).optional().catch(undefined)),
  "delegates[]": ids(MOST_BOXES), "children[]": ids(MOST_BOXES), "grants[]": ids(MOST_BOXES),
}).transform(({ "delegates[]": delegates, "children[]": children, "grants[]": grants, ...rest }) => ({ ...rest, delegates, children, grants }));
export type SplitParams = z.infer<typeof splitParams>;

const id = z.uuid("党组织编号不正确");
const dated = {
  effectiveOn: z.iso.date("请填写生效日期，如 2026-03-01"),
  basis: z.string().trim().min(2, "请写明依据，如文件号、会议名称").max(200, "依据不超过 200 个字"),
  /** What the preview showed, as one mark: anything else means that something moved meanwhile. */
  expected: z.string().regex(/^[\da-f]{64}$/, "请返回重新核对"),
  confirm: z.literal("on", "请确认已核对以上内容"),
};
const list = (what: string, most: number) => z.array(z.uuid(`${what}编号不正确`)).max(most, `${what}太多，请分次办理`).default([]);

export const mergeInput = z.object({ id, intoId: id, also: list("党组织", MOST_UNITS), ...dated });
export type MergeInput = Omit<z.infer<typeof mergeInput>, "confirm">;

const orNone = z.union([z.literal("").transform(() => null), id]);

export const splitInput = z.object({
  id, toId: orNone, parentId: orNone, name: z.union([z.literal(""), name]), kind: z.union([z.literal("").transform(() => null), z.enum(UnitKind, "请选择类别")]),
  delegates: list("代表", MOST_BOXES), children: list("党组织", MOST_BOXES), grants: list("授权", MOST_BOXES), ...dated,
});
export type SplitInput = Omit<z.infer<typeof splitInput>, "confirm">;
