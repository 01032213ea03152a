import "server-only";
import { setTimeout as after } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { Rejected, Unreachable, type Channel } from "./channel";

const TIMEOUT_MS = 10_000;

type Fault = { code?: unknown; responseCode?: unknown };

/** A lasting refusal (5xx) of this address or letter; a refused sign-in is about the server and may be mended. */
const isLasting = ({ code, responseCode }: Fault) => code !== "EAUTH" && typeof responseCode === "number" && responseCode >= 500;

function inWords(error: unknown): Error {
  if (error instanceof Unreachable) return error;
  const fault = error as Fault;
  if (isLasting(fault)) return new Rejected(`邮件服务器不接受这个地址或这封邮件（${fault.responseCode}）`);
  return new Unreachable(typeof fault.responseCode === "number" ? `邮件服务器暂不接收（${fault.responseCode}）` : "连接不上邮件服务器");
}

/**
 * Plain text by SMTP. The Message-ID is made of the id, so that a mail sent twice is one mail. Each answer of the server
 * is awaited for `timeout`, the whole conversation three times as long.
 */
export const smtpChannel = ({ url, from, timeout = TIMEOUT_MS }: { url: string; from: string; timeout?: number }): Channel => ({
  name: "smtp",
  send: async ({ id, to, text, subject = "" }) => {
    const transport = createTransport({ url, connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout, dnsTimeout: timeout, disableFileAccess: true, disableUrlAccess: true });
    const over = new AbortController();
    const late = after(3 * timeout, null, { signal: over.signal, ref: false }).then(() => Promise.reject(new Unreachable("邮件服务器答复太慢")));
    late.catch(() => undefined);
    try {
      await Promise.race([late, transport.sendMail({ from, to: { name: "", address: to }, subject, text, messageId: `<${id}@${from.replace(/^.*@/, "")}>`, disableFileAccess: true, disableUrlAccess: true })]);
      return { receipt: null };
    } catch (error) {
      throw inWords(error);
    } finally {
      over.abort();
      transport.close();
    }
  },
});
