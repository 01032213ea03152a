import { z } from "zod";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const seq = z.preprocess(first, z.string().regex(/^\d{1,18}$/).optional().catch(undefined));

/** Which part of a history, as it stands in the address; nonsense is dropped. `before` and `after` are the numbers a page ends at. */
export const historyFilters = z.object({
  range: z.preprocess(first, z.enum(["mandate", "person"]).catch("mandate")),
  before: seq,
  after: seq,
  size: z.preprocess((v) => Number(first(v)), z.union([z.literal(20), z.literal(50), z.literal(100)]).catch(20)),
});
export type HistoryFilters = z.infer<typeof historyFilters>;
