import "server-only";
import { cookies } from "next/headers";

/** The four steps of text size and the words they go by; `standard` has no mark on the page. */
export const SIZES = { standard: "标准", medium: "较大", big: "大", large: "大字版" } as const;
export type TextSize = keyof typeof SIZES;

export const isTextSize = (value: unknown): value is TextSize => typeof value === "string" && Object.hasOwn(SIZES, value);

/** The reader's text size, from the cookie, so that the server already draws it. */
export async function textSize(): Promise<TextSize> {
  const value = (await cookies()).get("size")?.value;
  return isTextSize(value) ? value : "standard";
}
