import { z } from "zod";
import { standings } from "./labels";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const given = <T extends z.ZodType>(type: T) => z.preprocess((v) => first(v) || undefined, type.optional().catch(undefined));
const page = z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1));

/** `ready` is how many the page showed: nobody gets a certificate unseen. */
export const issueInput = z.object({ id: z.uuid("编号不正确"), ready: z.coerce.number("请刷新页面重新核对").int("请刷新页面重新核对") });

export const certificateParams = z.object({ show: given(z.enum(standings as [string, ...string[]])), page, refused: given(z.string().transform((v) => v.slice(0, 200))) });

/** Filters of the hours of a year as they stand in the address; nonsense is dropped. */
export const hoursFilters = z.object({ year: given(z.string().regex(/^20\d{2}$/)), unit: given(z.uuid()), reach: given(z.enum(["below", "met"])), q: given(z.string().trim().max(50)), page });
export type HoursFilters = z.infer<typeof hoursFilters>;
