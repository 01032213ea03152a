import { z } from "zod";
import { listPaths, type SavedList } from "./labels";

/** The query of a list's address, as URLSearchParams writes it. */
const query = z.string().max(6000).regex(/^[\w%.=&+*-]*$/, "请返回名单，重新点“保存视图”").default("");
const lists = Object.keys(listPaths) as [SavedList, ...SavedList[]];

export const saveInput = z.object({
  list: z.enum(lists), query,
  name: z.string().transform((v) => v.normalize("NFC").replace(/\s+/g, " ").trim()).pipe(z.string().min(1, "请填写视图名称").max(20, "视图名称不超过 20 个字")),
  shared: z.literal("on").optional().transform(Boolean),
});
export const removeInput = z.object({ id: z.uuid(), version: z.coerce.number().int() });
