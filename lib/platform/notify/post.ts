import "server-only";
import { Unreachable } from "./channel";

const TIMEOUT_MS = 10_000;
const LONGEST_ANSWER = 16_384;

/** The beginning of an answer: a gateway that never stops talking fills no memory. */
async function beginningOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > LONGEST_ANSWER) break;
  }
  return Buffer.concat(parts).toString().slice(0, LONGEST_ANSWER);
}

/** Posts to the configured address and no other (a redirect is not followed); Unreachable when no whole answer came within ten seconds. */
export async function post(url: string, headers: Record<string, string>, body: string): Promise<{ status: number; text: string; headers: Headers }> {
  try {
    const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status: response.status, text: await beginningOf(response), headers: response.headers };
  } catch (error) {
    throw new Unreachable(error instanceof Error && error.name === "TimeoutError" ? "网关 10 秒没有答复" : "连接不上网关");
  }
}

/** An answer as an object; one that is none is empty. */
export function jsonOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A value of an answer as text for a record: no line breaks, not long. */
export const wordOf = (value: unknown): string | null => (typeof value === "string" || typeof value === "number" ? String(value).replace(/\p{Cc}/gu, " ").slice(0, 100) || null : null);
