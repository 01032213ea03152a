import { expect, it } from "vitest";
import { accountOf, answersOf, QUESTIONS } from "./founding.mjs";

const given = ["--committee=中共某市某区委员会", "--short=某区委", "--area=某区", "--office=某区委组织部", "--system=zhang:张三", "--security=li：李四"];

it("reads an administrator with either colon", () => expect([accountOf("zhang:张三"), accountOf("li ： 李四")]).toEqual([{ username: "zhang", displayName: "张三" }, { username: "li", displayName: "李四" }]));

it("asks only for what was not given", async () => {
  const asked = [];
  const answers = await answersOf(given, async (question) => (asked.push(question), "wang:王五"));
  expect(asked).toEqual([`${QUESTIONS.audit.ask}：`]);
  expect(answers).toMatchObject({ name: "中共某市某区委员会", system: { username: "zhang" }, audit: { username: "wang", displayName: "王五" } });
});

it("names what is missing where nobody can be asked", async () => expect(answersOf(given, null)).rejects.toThrow("缺少 --audit"));
