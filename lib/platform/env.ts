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

const schema = z.object({
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
