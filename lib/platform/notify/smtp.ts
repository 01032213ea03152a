import "server-only";
import { createTransport } from "nodemailer";
import { Rejected, Unreachable, type Channel } from "./channel";

const TIMEOUT_MS = 10_000;

type Fault = { code?: unknown; responseCode?: unknown };

/** A lasting refusal (5xx) of this address or letter; a refused sign-in is about the server and may be mended. */
const isLasting = ({ code, responseCode }: Fault) => code !== "EAUTH" && typeof responseCode === "number" && responseCode >= 500;

/** Plain text by SMTP. The Message-ID is made of the id, so that a mail sent twice is one mail. */
export const smtpChannel = ({ url, from }: { url: string; from: string }): Channel => ({
  name: "smtp",
  send: async ({ id, to, text, subject = "" }) => {
    const transport = createTransport({ url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS, disableFileAccess: true, disableUrlAccess: true });
    try {
      await transport.sendMail({ from, to: { name: "", address: to }, subject, text, messageId: `<${id}@${from.replace(/^.*@|>.*$/g, "")}>`, disableFileAccess: true, disableUrlAccess: true });
      return { receipt: null };
    } catch (error) {
      const fault = error as Fault;
      if (isLasting(fault)) throw new Rejected(`邮件服务器不接受这个地址或这封邮件（${fault.responseCode}）`);
      throw new Unreachable(typeof fault.responseCode === "number" ? `邮件服务器暂不接收（${fault.responseCode}）` : "连接不上邮件服务器");
    } finally {
      transport.close();
    }
  },
});
