import "server-only";
import { createHash, createHmac } from "node:crypto";
import { v4 as randomId } from "uuid";
import { now } from "@/lib/platform/clock";
import { Rejected, Unreachable, type Channel } from "./channel";
import { jsonOf, post, wordOf } from "./post";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const encoded = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const ALGORITHM = "ACS3-HMAC-SHA256";

type Call = { host: string; action: string; version: string; date: string; nonce: string; query: Record<string, string>; body: string; keyId: string; keySecret: string };

/** The query and headers of one signed call (help.aliyun.com: V3 版本请求体和签名机制). */
export function signed({ host, action, version, date, nonce, query, body, keyId, keySecret }: Call): { query: string; headers: Record<string, string> } {
  const canonicalQuery = Object.keys(query).sort().map((name) => `${encoded(name)}=${encoded(query[name] ?? "")}`).join("&");
  const hashed = sha256(body);
  const own: Record<string, string> = { host, "x-acs-action": action, "x-acs-content-sha256": hashed, "x-acs-date": date, "x-acs-signature-nonce": nonce, "x-acs-version": version };
  const names = Object.keys(own).sort();
  const request = ["POST", "/", canonicalQuery, ...names.map((name) => `${name}:${own[name]}`), "", names.join(";"), hashed].join("\n");
  const signature = createHmac("sha256", keySecret).update(`${ALGORITHM}\n${sha256(request)}`).digest("hex");
  return { query: canonicalQuery, headers: { ...own, Authorization: `${ALGORITHM} Credential=${keyId},SignedHeaders=${names.join(";")},Signature=${signature}` } };
}

/** `isv.` codes are about this text or number, except those about the account, its money and its pace. */
const OF_THE_ACCOUNT = /BUSINESS_LIMIT_CONTROL|DAY_LIMIT_CONTROL|AMOUNT_NOT_ENOUGH|OUT_OF_SERVICE|ACCOUNT_|PRODUCT_UN/;

/** SendSms of Alibaba Cloud, by a template that holds the one variable `text`. */
export const aliyunChannel = (at: { url: string; keyId: string; keySecret: string; signName: string; template: string }): Channel => ({
  name: "aliyun",
  send: async ({ id, to, text }) => {
    const { host, origin } = new URL(at.url);
    const query = { PhoneNumbers: to, SignName: at.signName, TemplateCode: at.template, TemplateParam: JSON.stringify({ text }), OutId: id };
    const date = now().toISOString().replace(/\.\d+Z$/, "Z");
    const call = signed({ host, action: "SendSms", version: "2017-05-25", date, nonce: randomId(), query, body: "", keyId: at.keyId, keySecret: at.keySecret });
    const { host: _, ...headers } = call.headers;
    const { status, text: answer } = await post(`${origin}/?${call.query}`, headers, "");
    const { Code, BizId } = jsonOf(answer);
    if (Code === "OK") return { receipt: wordOf(BizId) };
    const code = wordOf(Code) ?? String(status);
    if (code.startsWith("isv.") && !OF_THE_ACCOUNT.test(code)) throw new Rejected(`短信服务不接受这条短信（${code}）`);
    throw new Unreachable(`短信服务没有发出（${code}）`);
  },
});
