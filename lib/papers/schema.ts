import { z } from "zod";

/** What a paper is the ground of: a dated status of a mandate, or a termination case. */
export type PaperOf = { delegateId: string; statusEventId: string } | { terminationId: string };

/** `name` is the file name as it was shown. */
export const removeInput = z.object({ id: z.uuid(), name: z.string().max(200).default(""), back: z.string().max(300).default("") });
