import { z } from "zod";
import { tabs } from "./labels";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** What the address asks for: a tab, of the open tasks one kind, a page. */
export const taskFilters = z.object({
  tab: z.preprocess(first, z.enum(tabs).catch("todo")),
  kind: z.preprocess((v) => first(v) || undefined, z.string().max(60).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
export type TaskFilters = z.infer<typeof taskFilters>;
