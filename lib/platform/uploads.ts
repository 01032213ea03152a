import "server-only";
import { Refusal } from "./errors";

export type Upload = { name: string; bytes: Uint8Array };

/** Names end up in audits, headers and pages: no control or direction characters, no path. */
const cleanName = (name: string) => (name.split(/[\\/]/).at(-1) ?? "").replace(/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g, "").slice(-200) || "未命名";

/** Reads a request body up to a limit, whatever its headers promise. */
async function readLimited(request: Request, limit: number, tooLarge: string): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new Refusal(tooLarge);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > limit) throw new Refusal(tooLarge);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

const OVERHEAD = 64 * 1024;

/**
 * One uploaded file and the plain fields beside it. Refuses a body over `limit` bytes before it is parsed, and a form
 * without the file.
 */
export async function readUpload(request: Request, field: string, limit: number, words: { tooLarge: string; missing: string }): Promise<{ file: Upload; fields: Record<string, string> }> {
  const body = await readLimited(request, limit + OVERHEAD, words.tooLarge);
  const form = await new Response(body, { headers: { "content-type": request.headers.get("content-type") ?? "" } }).formData().catch(() => new FormData());
  const file = form.get(field);
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) throw new Refusal(words.missing);
  if (file.size > limit) throw new Refusal(words.tooLarge);
  const fields = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  return { file: { name: cleanName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) }, fields };
}

/** The plain fields of a form posted to a route; a name ending in [] is a list. Refuses a body over 64 KB. */
export async function readFields(request: Request): Promise<Record<string, string | string[]>> {
  const body = await readLimited(request, OVERHEAD, "提交的内容过长。请返回页面重新填写。");
  const form = await new Response(body, { headers: { "content-type": request.headers.get("content-type") ?? "" } }).formData().catch(() => new FormData());
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    if (name.endsWith("[]")) fields[name.slice(0, -2)] = [...((fields[name.slice(0, -2)] as string[] | undefined) ?? []), value];
    else fields[name] = value;
  }
  return fields;
}
