import { z } from "zod";
import { wayOn } from "@/lib/platform/back-path";
import { readName } from "@/lib/platform/chinese/name";
import type { Standing } from "./labels";

export const signInInput = z.object({
  username: z.string().trim().min(1, "请填写登录名").max(64, "登录名不超过 64 个字符"),
  password: z.string().min(1, "请填写口令").max(200, "口令不超过 200 个字符"),
  /** Where one wanted to go; anything that is no path of this site is passed over. */
  to: z.string().transform(wayOn).nullable().catch(null).default(null),
});

export const passwordInput = z.object({
  current: z.string().min(1, "请填写现口令").max(200, "口令不超过 200 个字符"),
  password: z.string().min(10, "新口令至少 10 个字符").max(128, "新口令不超过 128 个字符"),
  again: z.string().min(1, "请再次填写新口令").max(128, "新口令不超过 128 个字符"),
});

export const sessionInput = z.object({ id: z.uuid("会话编号不正确") });

export const grantChoice = z.object({ grantId: z.uuid("授权编号不正确") });

export const nothing = z.object({});

export const accountInput = z.object({
  username: z.string().trim().toLowerCase().regex(/^[a-z][a-z0-9._-]{2,31}$/, "登录名以字母开头，3 至 32 个字符，只用小写字母、数字、点、横线和下划线"),
  displayName: z.string().trim().min(1, "请填写姓名").transform((raw, context) => {
    const { name, refused } = readName(raw);
    if (refused) context.addIssue({ code: "custom", message: refused });
    return name;
  }),
});

const MOST_ROWS = 30;

/** The roles that are asked for by the row, under the words people use for them. */
const wantedWords: Record<string, "UNIT_LIAISON" | "HANDLING_UNIT"> = { 联络员: "UNIT_LIAISON", 选举单位联络员: "UNIT_LIAISON", 承办单位: "HANDLING_UNIT", 承办人: "HANDLING_UNIT" };

/** One line of three parts, as copied out of a sheet: name, role, unit. Says what is wrong with it. */
function readWanted(line: string, at: number): { row: { displayName: string; wantedRole: "UNIT_LIAISON" | "HANDLING_UNIT"; wantedUnit: string } } | { fault: string } {
  const [raw = "", word = "", ...rest] = line.split(/[\t,，、]|\s{2,}/).map((part) => part.trim()).filter(Boolean);
  const { name, refused } = readName(raw);
  const [wantedRole, wantedUnit] = [wantedWords[word], rest.join("")];
  if (refused) return { fault: `第 ${at} 行：${refused}` };
  if (!wantedRole) return { fault: `第 ${at} 行：角色请填“联络员”或“承办单位”，与姓名用制表符或逗号隔开` };
  if (wantedUnit === "" || wantedUnit.length > 60) return { fault: `第 ${at} 行：请填写党组织名称，不超过 60 个字` };
  return { row: { displayName: name, wantedRole, wantedUnit } };
}

/** Many accounts at once, a line each. */
export const manyInput = z.object({
  rows: z.string().trim().min(1, "请填写姓名、角色和党组织，每行一人").max(6000, "内容过长，请分次建立").transform((text, context) => {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
    const read = lines.map((line, i) => readWanted(line, i + 1));
    const rows = read.flatMap((one) => ("row" in one ? [one.row] : []));
    const faults = [...(lines.length > MOST_ROWS ? [`一次最多 ${MOST_ROWS} 人，请分次建立`] : []), ...read.flatMap((one) => ("fault" in one ? [one.fault] : []))];
    const keys = rows.map((row) => Object.values(row).join());
    if (new Set(keys).size < keys.length) faults.push("有两行完全相同，请删去一行");
    for (const message of faults.slice(0, 10)) context.addIssue({ code: "custom", message });
    return rows;
  }),
});

/** One account as its page was read. */
export const accountChoice = z.object({
  id: z.uuid("账号编号不正确"),
  version: z.coerce.number("版本不正确").int("版本不正确").positive("版本不正确"),
});

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const STANDINGS = ["active", "first", "expired", "disabled"] as const satisfies readonly Standing[];

/** Filters of the list of accounts as they stand in the address; nonsense is dropped. */
export const accountFilters = z.object({
  q: z.preprocess(first, z.string().trim().max(64).catch("")),
  state: z.preprocess(first, z.enum(STANDINGS).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000).catch(1)),
  size: z.preprocess((v) => Number(first(v)), z.union([z.literal(20), z.literal(50), z.literal(100)]).catch(50)),
});

export type AccountFilters = z.infer<typeof accountFilters>;
