import { describe, expect, it } from "vitest";
import type { KindKey } from "./kinds";
import { BRIEF_LENGTH, briefOf, defaultOf, faultsOf, fromWords, inWords, kindKeys, kindOf, namedVariables, samplesOf, templateFromWords, templateInWords } from "./templates";

describe.each(kindKeys)("the words of %s", (key) => {
  it("name only their own variables, and in the short sentence only what may leave the platform", () => {
    expect(faultsOf(key, defaultOf(key))).toEqual({});
  });

  it("say nothing more in the short sentence when every closed value is there to be said", () => {
    const values = Object.fromEntries(Object.entries(kindOf(key).variables).map(([name, { open }]) => [name, open ? "公开" : "私事私事"]));
    const sly = { ...defaultOf(key), brief: Object.keys(values).map((name) => `{${name}}`).join("") };
    expect(briefOf(key, sly, values)).not.toContain("私事");
  });

  it("fit one text message", () => {
    expect([...briefOf(key, defaultOf(key), samplesOf(key))].length).toBeLessThanOrEqual(BRIEF_LENGTH);
  });
});

describe.each(kindKeys)("the office's names for the variables of %s", (key) => {
  it("mean one each, and lead there and back", () => {
    const names = Object.keys(kindOf(key).variables);
    const text = names.map((name) => `{${name}}`).join("");
    expect(inWords(key, text)).not.toMatch(/[a-z]/i);
    expect(new Set(names.map((name) => inWords(key, `{${name}}`))).size).toBe(names.length);
    expect(fromWords(key, inWords(key, text))).toBe(text);
    expect(templateFromWords(key, templateInWords(key, defaultOf(key)))).toEqual(defaultOf(key));
  });
});

it("leaves a name there is none of as it was typed, so that it can be named", () => {
  expect(fromWords("deadline.due", "{ 到期日 }前{日期}{due}")).toBe("{due}前{日期}{due}");
});

describe("a template the office writes", () => {
  const kind: KindKey = "deadline.due";
  const faults = (given: Partial<ReturnType<typeof defaultOf>>) => faultsOf(kind, { ...defaultOf(kind), ...given });

  it("is refused with a variable there is none of, which is named beside those there are", () => {
    expect(faults({ body: "{subject}请{act}，{deadline}" })).toEqual({ body: [`没有{deadline}这样的变量。这一类消息可用的变量：${namedVariables(kind)}`] });
    expect(faults({ title: "{toString}" }).title?.join()).toContain("没有{toString}");
    expect(faults({ title: "{}" }).title?.join()).toContain("没有{}");
  });

  it("is refused with a closed variable in the short sentence, telling why and which may be used", () => {
    const [fault = ""] = faults({ brief: "{subject}今天到期" }).brief ?? [];
    expect(fault).toMatch(/不能用\{事项\}：短信和邮件会离开平台.*\{要办的事\}、\{到期日\}/);
    expect(fault).not.toContain("{规则}");
    expect(faults({ body: "{subject}" })).toEqual({});
  });

  it("is refused without the variable the message says nothing without, which is named", () => {
    const [fault = ""] = faultsOf("notice", { ...defaultOf("notice"), body: "请查收{title}" }).body ?? [];
    expect(fault).toMatch(/^缺少\{正文\}：.*请在正文中加上\{正文\}$/);
    expect(faultsOf("notice", { ...defaultOf("notice"), body: "{from}：{text}" })).toEqual({});
    expect(faults({ body: "请登录平台办理。" })).toEqual({});
  });

  it("is refused when it is too long for one text message, or a brace stands alone", () => {
    expect(faults({ brief: "字".repeat(70) })).toEqual({});
    expect(faults({ brief: "字".repeat(71) }).brief).toEqual(["填入变量后有 71 个字，超过一条短信的 70 个字，请精简"]);
    expect(faults({ brief: `${"字".repeat(64)}{act}` }).brief?.join()).toContain("填入变量后有 72 个字");
    expect(faults({ title: "{act 今天到期" }).title?.join()).toContain("没有成对");
    expect(faults({ title: "字".repeat(61) }).title?.join()).toContain("不能超过 60 个字");
  });
});
