import "server-only";
import { createHash, createHmac } from "node:crypto";
import { now } from "@/lib/platform/clock";
import { Rejected, Unreachable, type Channel } from "./channel";
import { jsonOf, post, wordOf } from "./post";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const ALGORITHM = "TC3-HMAC-SHA256";
const CONTENT = "application/json; charset=utf-8";

type Call = { host: string; service: string; timestamp: number; body: string; keyId: string; keySecret: string };

/** The Authorization of one call (cloud.tencent.com: 签名方法 v3); content type and host are signed, as its example does. */
export function authorization({ host, service, timestamp, body, keyId, keySecret }: Call): string {
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${day}/${service}/tc3_request`;
  const names = "content-type;host";
  const request = ["POST", "/", "", `content-type:${CONTENT}`, `host:${host}`, "", names, sha256(body)].join("\n");
  const key = hmac(hmac(hmac(`TC3${keySecret}`, day), service), "tc3_request");
  const signature = hmac(key, [ALGORITHM, timestamp, scope, sha256(request)].join("\n")).toString("hex");
  return `${ALGORITHM} Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
}

/** Codes about the account, its pace or the service; every other is about this text or number. */
const OF_THE_SERVICE = /^(AuthFailure|InternalError|RequestLimitExceeded|LimitExceeded|ResourceInsufficient|ResourceUnavailable|UnauthorizedOperation)|InsufficientBalance|^\d+$/;

type Answer = { Error?: { Code?: unknown }; SendStatusSet?: { Code?: unknown; SerialNo?: unknown }[] };

/** SendSms of Tencent Cloud, by a template whose only variable is the text. */
export const tencentChannel = (at: { url: string; keyId: string; keySecret: string; appId: string; region: string; signName: string; template: string }): Channel => ({
  name: "tencent",
  send: async ({ id, to, text }) => {
    const { host, origin } = new URL(at.url);
    const timestamp = Math.floor(now().getTime() / 1000);
    const body = JSON.stringify({ PhoneNumberSet: [`+86${to}`], SmsSdkAppId: at.appId, SignName: at.signName, TemplateId: at.template, TemplateParamSet: [text], SessionContext: id });
    const { status, text: answer } = await post(`${origin}/`, {
      Authorization: authorization({ host, service: "sms", timestamp, body, keyId: at.keyId, keySecret: at.keySecret }), "Content-Type": CONTENT,
      "X-TC-Action": "SendSms", "X-TC-Version": "2021-01-11", "X-TC-Region": at.region, "X-TC-Timestamp": String(timestamp),
    }, body);
    const { Error: refusal, SendStatusSet: [one] = [] } = (jsonOf(answer).Response ?? {}) as Answer;
    if (one?.Code === "Ok") return { receipt: wordOf(one.SerialNo) };
    const code = wordOf(refusal?.Code) ?? wordOf(one?.Code) ?? String(status);
    if (!OF_THE_SERVICE.test(code)) throw new Rejected(`短信服务不接受这条短信（${code}）`);
    throw new Unreachable(`短信服务没有发出（${code}）`);
  },
});
