import { z } from "zod";
import { flaws, UNWATCHED } from "./labels";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The term a page is about, as it stands in the address; nonsense is dropped. */
export const qualityFilters = z.object({
  term: z.preprocess(first, z.uuid().optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000).catch(1)),
});
export type QualityFilters = z.infer<typeof qualityFilters>;

export const kindParam = z.enum([...flaws, UNWATCHED]);
