import { backPath } from "@/lib/platform/back-path";

/** The list of staff; whoever else keeps one says so. */
export const STAFF_LIST = "/manage/delegates";

/** The list a record was opened from: `list` with the query it had; without one when the value leads anywhere else. */
export function listBack(value: unknown, list = STAFF_LIST): string {
  const path = backPath([value].flat()[0]);
  return path.startsWith(`${list}?`) ? path : list;
}

/** An address below the list that remembers the way back to it. Works without scripts and without a Referer. */
export function withBack(href: string, back: string): string {
  return back.includes("?") ? `${href}${href.includes("?") ? "&" : "?"}back=${encodeURIComponent(back)}` : href;
}
