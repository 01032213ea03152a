import "../support/request";
import { beforeEach, describe, expect, it } from "vitest";
import { signIn } from "@/lib/accounts/service";
import { foundingInput, type Founding } from "@/lib/committees/schema";
import { foundWithSeats } from "@/lib/committees/service";
import { publicActor } from "@/lib/platform/session";
import { Refusal } from "@/lib/platform/errors";
import { ownerQuery } from "../support/database";
import { comeFrom } from "../support/request";

let order = 0;

const answers = (more: Record<string, unknown> = {}): Founding => {
  order += 1;
  const account = (role: string, displayName: string) => ({ username: `${role}${order}`, displayName });
  return foundingInput.parse({
    name: `中共某市第${order}区委员会`, shortName: "某区委", areaName: "某区", officeName: "某区委组织部", system: account("sys", "张三"), security: account("sec", "李四"), audit: account("aud", "王五"), ...more,
  });
};

const counts = async () => (await ownerQuery(`SELECT (SELECT count(*) FROM "Committee") AS committees, (SELECT count(*) FROM "Account") AS accounts, (SELECT count(*) FROM "Grant") AS grants, (SELECT count(*) FROM "Unit") AS units`))[0];

beforeEach(() => comeFrom());

describe("founding a committee from the command line", () => {
  it("seats three administrators who sign in once with a password that must be changed", async () => {
    const seated = await foundWithSeats(answers());
    expect(seated.map((s) => s.role)).toEqual(["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"]);
    for (const { username, password } of seated) expect(await signIn(await publicActor(), { username, password })).toMatchObject({ home: "/account/password" });
    const kept = await ownerQuery<{ passwordExpiresAt: Date; mustChangePassword: boolean }>(`SELECT "passwordExpiresAt", "mustChangePassword" FROM "Account" WHERE username = ANY($1)`, [seated.map((s) => s.username)]);
    for (const account of kept) {
      expect(account.mustChangePassword).toBe(true);
      expect(account.passwordExpiresAt.getTime() - Date.now()).toBeLessThanOrEqual(24 * 3600_000);
    }
    expect(JSON.stringify(await ownerQuery(`SELECT * FROM "AuditEvent"`))).not.toContain(seated[0]?.password);
  });

  it("gives the committee its own unit, so that rosters and units have where to stand", async () => {
    const input = answers();
    await foundWithSeats(input);
    expect(await ownerQuery(`SELECT u.name, u."parentId" FROM "Unit" u JOIN "Committee" c ON c.id = u."committeeId" WHERE c.name = $1`, [input.name])).toEqual([{ name: input.name, parentId: null }]);
  });

  it("leaves nothing when a name is taken, of the committee or of an account", async () => {
    const first = answers();
    await foundWithSeats(first);
    const before = await counts();
    await expect(foundWithSeats(answers({ name: first.name }))).rejects.toThrow(Refusal);
    await expect(foundWithSeats(answers({ audit: first.audit }))).rejects.toThrow(Refusal);
    expect(await counts()).toEqual(before);
  });

  it("refuses one person in two seats, and names without letters", () => {
    const said = (more: Record<string, unknown>) => foundingInput.safeParse({ ...answers(), ...more }).error?.issues.map((i) => i.message).join();
    expect(said({ security: { username: "same", displayName: "张三" }, audit: { username: "same", displayName: "张三" } })).toContain("各不相同");
    expect(said({ system: { username: "张三", displayName: "张三" } })).toContain("登录名以字母开头");
    expect(said({ name: " " })).toContain("请填写党委全称");
  });
});
