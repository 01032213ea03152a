import "server-only";
import { createHmac } from "node:crypto";
import { now } from "@/lib/platform/clock";
import { Rejected, Unreachable, type Channel } from "./channel";
import { jsonOf, post, wordOf } from "./post";

/** Refusals that are about the gateway, not about this text: an address or secret set wrongly, or too much at once. */
const OF_THE_GATEWAY = [401, 403, 404, 408, 425, 429];

/**
 * A gateway of one's own: POST {id, to, text} as JSON with `Idempotency-Key: <id>`, signed by
 * `X-Signature: hex(HMAC-SHA256(secret, X-Timestamp + "\n" + body))`. 2xx is sent, 409 was sent before.
 */
export const httpChannel = ({ url, secret }: { url: string; secret: string }): Channel => ({
  name: "http",
  send: async ({ id, to, text }) => {
    const body = JSON.stringify({ id, to, text });
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const signature = createHmac("sha256", secret).update(`${timestamp}\n${body}`).digest("hex");
    const answer = await post(url, { "Content-Type": "application/json; charset=utf-8", "Idempotency-Key": id, "X-Timestamp": timestamp, "X-Signature": signature }, body);
    if ((answer.status >= 200 && answer.status < 300) || answer.status === 409) return { receipt: wordOf(jsonOf(answer.text).receipt) };
    if (answer.status >= 400 && answer.status < 500 && !OF_THE_GATEWAY.includes(answer.status)) throw new Rejected(`网关不接受这条短信（${answer.status}）`);
    throw new Unreachable(`网关答复异常（${answer.status}）`);
  },
});
