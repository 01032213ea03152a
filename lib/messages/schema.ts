import { z } from "zod";
import { readMobile } from "@/lib/platform/chinese/mobile";
import { MessageHold } from "@/prisma/client/enums";
import { field, isMust } from "./choices";
import type { KindKey } from "./kinds";
import { kindKeys, LENGTHS } from "./templates";

const tick = z.literal("on").optional().transform(Boolean);
const version = z.coerce.number("版本不正确").int("版本不正确");

/** Empty keeps what is there. */
const mobile = z.string().trim().max(40, "手机号码应为 11 位").transform((raw, context) => {
  const { mobile: read, refused, notes } = readMobile(raw);
  if (refused || (raw !== "" && !read)) context.addIssue({ code: "custom", message: refused ?? notes[0] ?? "请填写 11 位手机号码" });
  return read;
}).optional().transform((v) => v ?? null);
const mail = z.string().trim().max(100, "邮箱不超过 100 个字符").refine((v) => v === "" || z.email().safeParse(v).success, "邮箱应形如 name@example.com").optional().transform((v) => v || null);

/** What must be done always comes as usual, so there is no field to say otherwise. */
const ways = Object.fromEntries(kindKeys.flatMap((key) => [
  [field("sms", key), tick], [field("mail", key), tick],
  ...(isMust(key) ? [] : [[field("hold", key), z.enum(MessageHold, "请选择站内的收取方式").optional().transform((v) => v ?? "NONE")] as const]),
])) as Record<string, z.ZodType<boolean | MessageHold>>;

export const chooseInput = z.object({ version, mobile, mail, dropMobile: tick, dropMail: tick, ...ways });

export type Choice = { kind: KindKey; hold: MessageHold; sms: boolean; mail: boolean };
export type OwnWishes = { version: number; mobile: string | null; mail: string | null; dropMobile: boolean; dropMail: boolean; choices: Choice[] };

const holdOf = z.enum(MessageHold).catch("NONE");

/** The form as the service takes it: one choice per kind. */
export function wishesOf({ version, mobile, mail, dropMobile, dropMail, ...given }: Omit<OwnWishes, "choices"> & Record<string, unknown>): OwnWishes {
  const choices = kindKeys.map((kind) => ({ kind, hold: holdOf.parse(given[field("hold", kind)]), sms: given[field("sms", kind)] === true, mail: given[field("mail", kind)] === true }));
  return { version, mobile, mail, dropMobile, dropMail, choices };
}

const part = (label: string, max: number) => z.string().transform((v) => v.normalize("NFC").trim()).pipe(z.string().min(1, `请填写${label}`).max(max * 3, `${label}不能超过 ${max} 个字`));

export const kindParam = z.enum(kindKeys as [KindKey, ...KindKey[]]);
export const templateInput = z.object({ kind: kindParam, version, title: part("标题", LENGTHS.title), body: part("正文", LENGTHS.body), brief: part("短信和邮件中的一句话", LENGTHS.brief) });
export const restoreInput = z.object({ kind: kindParam, version });
