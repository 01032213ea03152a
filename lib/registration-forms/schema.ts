import { z } from "zod";
import { listField } from "@/lib/delegates/filters";
import { numbersInput } from "@/lib/delegates/schema";

/** Forms of everybody a list shows. */
export const makeInput = numbersInput.safeExtend({ list: listField });

export const batchInput = z.object({ id: z.uuid() });
