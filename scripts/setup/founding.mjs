import { spawn } from "node:child_process";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { generateClient } from "./migrate.mjs";
import { say, Stop } from "./say.mjs";
import { typescript } from "./servers.mjs";
import { openGiven, readDotEnv } from "./store.mjs";

/** What is asked, by the word of the command line. Administrators are given as 登录名:姓名. */
export const QUESTIONS = {
  committee: { key: "name", ask: "党委全称（如 中共某市某区委员会）" },
  short: { key: "shortName", ask: "党委简称（如 某区委）" },
  area: { key: "areaName", ask: "辖区名（如 某区）" },
  office: { key: "officeName", ask: "组织部名称（如 某区委组织部）" },
  system: { key: "system", ask: "系统管理员，写成 登录名:姓名", person: true },
  security: { key: "security", ask: "安全管理员，写成 登录名:姓名", person: true },
  audit: { key: "audit", ask: "审计管理员，写成 登录名:姓名", person: true },
};

/** "zhangsan:张三" as an account; the colon may be full-width. */
export function accountOf(words) {
  const [username = "", displayName = ""] = words.split(/[:：]/).map((part) => part.trim());
  return { username, displayName };
}

/** The answers given as options, the rest asked one by one; refuses to guess where nobody can be asked. */
export async function answersOf(args, ask) {
  const options = Object.fromEntries(Object.keys(QUESTIONS).map((name) => [name, { type: "string" }]));
  const { values } = parseArgs({ args, options });
  const missing = Object.keys(QUESTIONS).filter((name) => !values[name]);
  if (missing.length > 0 && !ask) throw new Stop(`缺少 ${missing.map((name) => `--${name}`).join("、")}。例：npm run found -- --committee=中共某市某区委员会 --short=某区委 --area=某区 --office=某区委组织部 --system=zhangsan:张三 --security=lisi:李四 --audit=wangwu:王五`);
  const answers = {};
  for (const [name, { key, ask: question, person }] of Object.entries(QUESTIONS)) {
    const words = values[name] ?? (await ask(`${question}：`));
    answers[key] = person ? accountOf(words) : words;
  }
  return answers;
}

async function askAll(args) {
  if (!process.stdin.isTTY) return answersOf(args, null);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await answersOf(args, (question) => terminal.question(question));
  } finally {
    terminal.close();
  }
}

/** Founds a committee on the operator's own database, brought up to date first. Resolves to the exit code. */
export async function founding(root, args) {
  readDotEnv(root);
  if (!process.env.DATABASE_URL) throw new Stop("没有设置 DATABASE_URL。这个命令用于正式使用的数据库；试用请直接运行 npm start。");
  await generateClient(root);
  const { mustBeConfigured } = await import("./launch.mjs");
  mustBeConfigured(root, process.env);
  const env = await openGiven(root);
  const answers = await askAll(args);
  const child = spawn(process.execPath, typescript("scripts/found.ts"), { cwd: root, env, stdio: ["pipe", "inherit", "inherit"] });
  child.stdin.end(JSON.stringify(answers));
  const code = await new Promise((resolve) => child.once("exit", (number) => resolve(number ?? 1)));
  if (code !== 0) say("没有写入任何内容。");
  return code;
}
