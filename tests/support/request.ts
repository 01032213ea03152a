import { vi } from "vitest";

/** The request that next/headers speaks of; import this file before anything of the program. */
const request = vi.hoisted(() => ({ headers: new Headers(), cookies: new Map<string, string>() }));

vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { name, value: request.cookies.get(name) } : undefined),
    set: (name: string, value: string) => void request.cookies.set(name, value),
    delete: (name: string) => void request.cookies.delete(name),
  }),
}));

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const OWN = { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000", "sec-fetch-site": "same-origin" };

/** A request from this address with this session; another `origin` or none makes it a foreign one. */
export function comeFrom({ address = "192.0.2.1", token, origin = OWN.origin }: { address?: string; token?: string; origin?: string | null } = {}): void {
  request.headers = new Headers({ ...OWN, "x-forwarded-for": address, "user-agent": "tests" });
  if (origin === null) request.headers.delete("origin");
  else request.headers.set("origin", origin);
  request.cookies.clear();
  if (token) request.cookies.set("ddb-session", token);
}

/** The session cookie as the program left it. */
export const cookieNow = (): string | undefined => request.cookies.get("ddb-session");

/** The fields of a form as a browser posts them. */
export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** Where an act sent the browser, or null when it stayed. */
export async function destinationOf(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    const digest = String((error as { digest?: unknown }).digest ?? "");
    if (!digest.startsWith("NEXT_REDIRECT")) throw error;
    return digest.split(";")[2] ?? null;
  }
}
