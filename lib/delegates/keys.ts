import { pinyinOf } from "@/lib/platform/chinese/pinyin";
import { searchKeys } from "@/lib/platform/chinese/search-keys";
import { strokeKey } from "@/lib/platform/chinese/stroke";
import { tailKey } from "./matching";

export type NameKeys = { pinyin: string; initials: string; strokeKey: string };

/** Keys by which a name is ordered and found; a pinyin set by hand wins over the computed one. */
export function keysOfName(name: string, byHand?: { pinyin: string; initials: string } | null): NameKeys {
  const { pinyin, initials } = byHand ?? pinyinOf(name);
  return { pinyin, initials, strokeKey: strokeKey(name) };
}

/** Everything one search box finds a delegate by: name, initials, tails of the ID number and the mobile. */
export function searchKeysOf(name: string, keys: NameKeys, numbers: { idNumber?: string | null; mobile?: string | null }): string[] {
  const tails = [numbers.idNumber, numbers.mobile].filter((n): n is string => Boolean(n)).map(tailKey);
  return [...new Set([...searchKeys({ name, initials: keys.initials }), ...tails])];
}
