import { backPath } from "@/lib/platform/back-path";
import { isTextSize } from "@/components/shell/text-size";
import { env } from "@/lib/platform/env";
import { sameOrigin } from "@/lib/platform/request";

const YEAR = 31_536_000;

/** Remembers the text size for a year and goes back to the page. Only a form of this site may ask. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request.headers, env().APP_URL)) return new Response("请求来源不明，未执行。请从本系统的页面重新操作。", { status: 403 });
  const form = await request.formData();
  const size = form.get("size");
  const headers = new Headers({ location: backPath(form.get("back")) });
  const secure = env().APP_URL.startsWith("https:") ? "; Secure" : "";
  if (isTextSize(size)) headers.set("set-cookie", `size=${size}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${secure}`);
  return new Response(null, { status: 303, headers });
}
