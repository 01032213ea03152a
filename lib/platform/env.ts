import "server-only";
import { z } from "zod";

const EXAMPLES = /(change|replace|example|secret|password|请替换|示例)/i;

/** A secret that is long enough and neither copied from .env.example nor one character repeated. */
const secret = (name: string) =>
  z.string({ error: `缺少 ${name}` })
    .min(32, `${name} 太短，至少 32 个字符`)
    .refine((v) => !EXAMPLES.test(v), `${name} 仍是示例值，请换成随机值`)
    .refine((v) => new Set(v).size >= 10, `${name} 太简单，请换成随机值`);

const key32 = (value: string) => Buffer.from(value, "base64").length === 32;

const dataKeys = z.string({ error: "缺少 DATA_KEYS" })
  .refine((v) => !EXAMPLES.test(v), "DATA_KEYS 仍是示例值，请换成随机值")
  .transform((v) => v.split(",").map((part) => part.trim().split(":")))
  .refine((list) => list.every(([version, key]) => /^[1-9]\d*$/.test(version ?? "") && key32(key ?? "")), "DATA_KEYS 的格式应为 1:32字节的base64，多把以逗号相连")
  .transform((list) => list.map(([version, key]) => ({ version: Number(version), key: Buffer.from(key ?? "", "base64") })));

const word = z.string().trim().min(1).optional();

/** What each way of sending needs beside its name. */
const NEEDS: Record<string, readonly (keyof Sending)[]> = {
  http: ["SMS_URL", "SMS_SECRET"],
  aliyun: ["SMS_KEY_ID", "SMS_KEY_SECRET", "SMS_SIGN_NAME", "SMS_TEMPLATE"],
  tencent: ["SMS_KEY_ID", "SMS_KEY_SECRET", "SMS_SIGN_NAME", "SMS_TEMPLATE", "SMS_APP_ID"],
  smtp: ["SMTP_URL", "MAIL_FROM"],
};

const sending = {
  SMS_CHANNEL: z.enum(["log", "http", "aliyun", "tencent"], { error: "SMS_CHANNEL 应为 log、http、aliyun 或 tencent" }).default("log"),
  SMS_URL: z.url({ protocol: /^https?$/, error: "SMS_URL 应是完整网址，如 https://sms.example.gov.cn/send" }).optional(),
  SMS_SECRET: secret("SMS_SECRET").optional(),
  SMS_KEY_ID: word,
  SMS_KEY_SECRET: word,
  SMS_SIGN_NAME: word,
  SMS_TEMPLATE: word,
  SMS_APP_ID: word,
  SMS_REGION: z.string().trim().min(1).default("ap-guangzhou"),
  MAIL_CHANNEL: z.enum(["off", "smtp"], { error: "MAIL_CHANNEL 应为 off 或 smtp" }).default("off"),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, "SMTP_URL 应以 smtp:// 或 smtps:// 开头").optional(),
  MAIL_FROM: z.email({ error: "MAIL_FROM 应是邮箱地址" }).optional(),
};

type Sending = z.infer<z.ZodObject<typeof sending>>;

const schema = z.object({
  ...sending,
  DATABASE_URL: z.string({ error: "缺少 DATABASE_URL" }).regex(/^postgres(ql)?:\/\//, "DATABASE_URL 应以 postgresql:// 开头"),
  APP_URL: z.url({ error: "APP_URL 应是完整网址，如 https://dbpt.example.gov.cn" }),
  APP_SECRET: secret("APP_SECRET"),
  DATA_KEYS: dataKeys,
  INDEX_KEY: z.string({ error: "缺少 INDEX_KEY" })
    .refine((v) => !EXAMPLES.test(v), "INDEX_KEY 仍是示例值，请换成随机值")
    .refine(key32, "INDEX_KEY 应为 32 字节的 base64")
    .transform((v) => Buffer.from(v, "base64")),
  TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  DEMO: z.enum(["0", "1"]).default("0"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
}).superRefine((e, context) => {
  for (const way of [e.SMS_CHANNEL, e.MAIL_CHANNEL]) {
    for (const name of NEEDS[way] ?? []) if (!e[name]) context.addIssue({ code: "custom", path: [name], message: `缺少 ${name}` });
  }
});

export type Env = z.infer<typeof schema>;

/** Reads and checks the variables; throws one Error whose message names every variable at fault, never its value. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((i) => {
    const name = String(i.path[0]);
    return i.message.includes(name) ? i.message : `${name}：${i.message}`;
  });
  throw new Error(`配置不符合要求，系统不启动：${[...new Set(faults)].join("；")}。`);
}

let cached: Env | undefined;

/** The checked environment of this process. */
export const env = (): Env => (cached ??= readEnv(process.env));
