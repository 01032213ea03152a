// Founds a committee from the answers on standard input (JSON) and tells the first passwords of its administrators once.
import { text } from "node:stream/consumers";
import { foundingInput } from "@/lib/committees/schema";
import { foundWithSeats } from "@/lib/committees/service";
import { roleNames } from "@/lib/accounts/labels";
import { Refusal } from "@/lib/platform/errors";

const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(): Promise<number> {
  const parsed = foundingInput.strict().safeParse(JSON.parse(await text(process.stdin)));
  if (!parsed.success) {
    const whose: Record<string, string> = { system: "系统管理员：", security: "安全管理员：", audit: "审计管理员：" };
    say(`没有建立：${[...new Set(parsed.error.issues.map((issue) => `${whose[String(issue.path[0])] ?? ""}${issue.message}`))].join("；")}。`);
    return 1;
  }
  try {
    const seated = await foundWithSeats(parsed.data);
    say(`已建立“${parsed.data.name}”。三名管理员的初始口令只显示这一次，24 小时内登录并修改：`);
    for (const { role, displayName, username, password } of seated) say(`  ${roleNames[role]}  ${displayName}  登录名 ${username}  口令 ${password}`);
    say("接下来：系统管理员建立账号，安全管理员授予角色，组织部经办设立届次、导入花名册。");
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(`没有建立：${[error.message, ...Object.values(error.fields).flat()].join("")}`);
    return 1;
  }
}

process.exit(await run());
