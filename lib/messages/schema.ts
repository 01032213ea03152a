import { z } from "zod";
import { isKind, type KindKey } from "./kinds";
import { shelfNames, type Shelf } from "./labels";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const shelves = Object.keys(shelfNames) as [Shelf, ...Shelf[]];

/** Where a page of the list ends: among the unread or behind them, at which instant, at which message. */
const cursor = z.string().regex(/^[ur]-\d{13}-[\da-f-]{36}$/).transform((text) => {
  const [part = "", at = "", ...id] = text.split("-");
  return { unread: part === "u", at: new Date(Number(at)), id: id.join("-") };
}).refine(({ id }) => z.uuid().safeParse(id).success);

/** Filters of the list as they stand in the address; nonsense is dropped. */
export const messageFilters = z.object({
  show: z.preprocess(first, z.enum(shelves).optional().catch(undefined)),
  kind: z.preprocess(first, z.string().refine(isKind).transform((key) => key as KindKey).optional().catch(undefined)),
  q: z.preprocess((v) => first(v) || undefined, z.string().trim().max(50).optional().catch(undefined)),
  after: z.preprocess(first, cursor.optional().catch(undefined)),
});
export type MessageFilters = z.infer<typeof messageFilters>;

export const messageInput = z.object({ id: z.uuid("编号不正确") });
/** Up to which instant all is marked read: what arrived after the page was drawn stays unread. */
export const readAllInput = z.object({ until: z.coerce.number("时间不正确").int().min(0).max(8.64e15) });
