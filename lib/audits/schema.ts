import { z } from "zod";
import { isRealDate } from "@/lib/platform/clock";
import type { Outcome } from "./labels";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const param = <T extends z.ZodType>(type: T) => z.preprocess((v) => { const f = first(v); return f === "" ? undefined : f; }, type.optional().catch(undefined));
const OUTCOMES = ["DONE", "REFUSED"] as const satisfies readonly Outcome[];
const seq = z.string().regex(/^\d{1,18}$/);

/** Filters of the audit as they stand in the address; nonsense is dropped. `before` and `after` are the sequence numbers a page ends at. */
export const auditFilters = z.object({
  from: param(z.string().refine(isRealDate)),
  to: param(z.string().refine(isRealDate)),
  actor: param(z.string().trim().min(1).max(50)),
  verb: param(z.string().regex(/^[\w.]{1,64}$/)),
  outcome: param(z.enum(OUTCOMES)),
  target: param(z.string().trim().regex(/^[\w-]{1,64}$/)),
  before: param(seq),
  after: param(seq),
  size: z.preprocess((v) => Number(first(v)), z.union([z.literal(20), z.literal(50), z.literal(100)]).catch(50)),
});

export type AuditFilters = z.infer<typeof auditFilters>;

export const auditSeq = seq;
