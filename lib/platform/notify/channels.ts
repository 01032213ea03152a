import "server-only";
import { env, type Env } from "@/lib/platform/env";
import type { Channel } from "./channel";

export type Channels = { sms: Channel; mail: Channel | null };

const given = (value: string | undefined): string => value ?? "";

async function smsOf(e: Env): Promise<Channel> {
  const at = { keyId: given(e.SMS_KEY_ID), keySecret: given(e.SMS_KEY_SECRET), signName: given(e.SMS_SIGN_NAME), template: given(e.SMS_TEMPLATE) };
  switch (e.SMS_CHANNEL) {
    case "log":
      return (await import("./log-channel")).logChannel;
    case "http":
      return (await import("./http-channel")).httpChannel({ url: given(e.SMS_URL), secret: given(e.SMS_SECRET) });
    case "aliyun":
      return (await import("./aliyun")).aliyunChannel({ ...at, url: e.SMS_URL ?? "https://dysmsapi.aliyuncs.com" });
    case "tencent":
      return (await import("./tencent")).tencentChannel({ ...at, url: e.SMS_URL ?? "https://sms.tencentcloudapi.com", appId: given(e.SMS_APP_ID), region: e.SMS_REGION });
  }
}

/** Whether mail is set up at all. */
export const hasMail = (): boolean => env().MAIL_CHANNEL === "smtp";

/** The channels this installation is set up with; what is not configured is not even loaded. */
export async function channels(): Promise<Channels> {
  const e = env();
  const mail = hasMail() ? (await import("./smtp")).smtpChannel({ url: given(e.SMTP_URL), from: given(e.MAIL_FROM) }) : null;
  return { sms: await smsOf(e), mail };
}
