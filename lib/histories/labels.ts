import { fieldNames as correctionFields, verbNames as correctionVerbs } from "@/lib/corrections/labels";
import { fieldNames as delegateFields, verbNames as delegateVerbs } from "@/lib/delegates/labels";
import { fieldNames as paperFields, verbNames as paperVerbs } from "@/lib/papers/labels";
import { fieldNames as postFields, verbNames as postVerbs } from "@/lib/place-posts/labels";
import { fieldNames as terminationFields, verbNames as terminationVerbs } from "@/lib/terminations/labels";

const verbs: Record<string, string> = { ...paperVerbs, ...postVerbs, ...terminationVerbs, ...correctionVerbs, ...delegateVerbs };
const fields: Record<string, string> = { ...paperFields, ...postFields, ...terminationFields, ...correctionFields, ...delegateFields };

/** What was done, in words; one not yet named is shown as it was recorded. */
export const verbName = (verb: string): string => verbs[verb] ?? verb;

export const fieldName = (field: string): string => fields[field] ?? field;

export const rangeNames = { mandate: "这一届", person: "本人全部届次" } as const;
