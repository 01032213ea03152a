import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { keysOfName } from "./keys";
import { getDelegate, type DelegateRecord } from "./queries";
import { correctableInput, type CorrectableField } from "./schema";
import { edit } from "./service";
import { mandateOf, personOf, type WrittenValues } from "./written";

export type CorrectedValues = Partial<Record<CorrectableField, string | null>>;

/** Values of a request read once more by the form's own readers; a rule that came since then refuses them in its words. */
function readAgain(values: CorrectedValues): CorrectedValues {
  const asTyped = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value ?? ""]));
  const parsed = correctableInput.partial().strict().safeParse(asTyped);
  if (parsed.success) return parsed.data as CorrectedValues;
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) (fields[String(issue.path[0] ?? "")] ??= []).push(issue.message);
  throw new Refusal("没有更正。申请的内容不合登记的要求，请退回修改。", fields);
}

/** The record with these values in the place of its own. */
function corrected(d: DelegateRecord, values: CorrectedValues, acceptReason: string | null): WrittenValues {
  const put = <T extends object>(own: T): T => Object.fromEntries(Object.entries(own).map(([key, value]) => [key, key in values ? values[key as CorrectableField] : value])) as T;
  const person = put(personOf(d.person));
  const { pinyin, initials, pinyinByHand, name } = d.person;
  const same = person.name === name;
  return { person, mandate: put(mandateOf(d)), keys: same ? { pinyin, initials, strokeKey: d.strokeKey } : keysOfName(person.name), pinyinByHand: same && pinyinByHand, acceptReason };
}

/**
 * Puts values right that the delegate asked for: the same validation, version and rights as editing by hand, recorded as
 * a correction. `version` is "mandate.person" as the record was looked at; values are as a form types them, null is empty.
 */
export const correct = (actor: Actor, id: string, version: string, values: CorrectedValues, acceptReason: string | null): Promise<void> =>
  transact(async () => {
    const d = await getDelegate(actor, id);
    await edit(actor, id, version, corrected(d, readAgain(values), acceptReason), "delegate.correct");
  });
