import { renderToStaticMarkup } from "react-dom/server";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import type { ActionState } from "@/lib/platform/action-state";
import { Checkbox, CheckboxGroup, RadioGroup } from "./choice";
import { ErrorSummary } from "./error-summary";
import { Field, Input, Select, Textarea } from "./field";
import { FormContext } from "./form-context";

const draw = (node: ReactNode, state: ActionState = { status: "idle" }) =>
  renderToStaticMarkup(<FormContext.Provider value={{ formId: "form", state }}>{node}</FormContext.Provider>);

const refused = (name: string, value?: string | string[]): ActionState => ({ status: "refused", fields: { [name]: ["请填写"] }, values: value === undefined ? {} : { [name]: value } });

describe("a field", () => {
  it("joins label, hint and control by id", () => {
    const html = draw(<Field name="city" label="城市" hint="写全称"><Input /></Field>);
    expect(html).toContain('<label for="form-city">城市</label>');
    expect(html).toContain('<p class="hint" id="form-city-hint">写全称</p>');
    expect(html).toContain(`<input id="form-city" aria-describedby="form-city-hint" class="input" name="city"/>`);
    expect(html).not.toContain("aria-invalid");
  });
  it("says its fault where it is, and keeps what was typed", () => {
    const html = draw(<Field name="city" label="城市"><Input defaultValue="旧" /></Field>, refused("city", "新"));
    expect(html).toContain('<p class="err" id="form-city-err">请填写</p>');
    expect(html).toMatch(/aria-describedby="form-city-err" aria-invalid="true"[^>]*value="新"/);
  });
  it("does not bring back what the server kept to itself", () => {
    expect(draw(<Field name="pin" label="口令"><Input type="password" defaultValue="x" /></Field>, refused("pin"))).toContain('value=""');
  });
  it("keeps the picked line of a list and the text of a box", () => {
    const options = [{ value: "a", label: "甲" }, { value: "b", label: "乙" }];
    expect(draw(<Field name="kind" label="类"><Select options={options} defaultValue="a" /></Field>, refused("kind", "b"))).toContain('<option value="b" selected="">');
    expect(draw(<Field name="memo" label="文"><Textarea defaultValue="旧" /></Field>, refused("memo", "新"))).toContain(">新</textarea>");
  });
  it("shows both sides of a conflict", () => {
    const html = draw(<Field name="city" label="城市"><Input /></Field>, { status: "refused", conflict: { city: { theirs: "甲城", yours: "" } } });
    expect(html).toContain("<dt>现在保存的是</dt><dd>甲城</dd>");
    expect(html).toContain("<dt>您填写的是</dt><dd>（空）</dd>");
  });
});

describe("choices", () => {
  const options = [{ value: "a", label: "甲" }, { value: "b", label: "乙" }];
  const picked = (html: string) => [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes("checked")).map((tag) => /value="(\w+)"/.exec(tag)?.[1]);
  it("picks the given one until something else was typed", () => {
    const group = <RadioGroup name="one" label="选" options={options} defaultValue="a" />;
    expect(picked(draw(group))).toEqual(["a"]);
    expect(picked(draw(group, refused("one", "b")))).toEqual(["b"]);
  });
  it("sends many as a list, and forgets a default that was unticked", () => {
    const group = <CheckboxGroup name="many" label="选" options={options} defaultValue={["a"]} />;
    expect(draw(group)).toContain('name="many[]"');
    expect(picked(draw(group, refused("many")))).toEqual([]);
    expect(picked(draw(group, refused("many", ["a", "b"])))).toEqual(["a", "b"]);
  });
  it("forgets a single yes that was taken back", () => {
    expect(picked(draw(<Checkbox name="yes" label="同意" defaultChecked />))).toEqual(["on"]);
    expect(picked(draw(<Checkbox name="yes" label="同意" defaultChecked />, refused("yes")))).toEqual([]);
  });
});

describe("the summary", () => {
  const say = (state: ActionState) => draw(<ErrorSummary state={state} formId="form" labels={{ city: "城市" }} ref={null} />);
  it("is silent before anything was sent", () => expect(say({ status: "idle" })).toBe(""));
  it("names every fault and leads to its field", () => expect(say(refused("city"))).toContain('<a href="#form-city">城市：请填写</a>'));
  it("gives the number to quote when the system failed", () => expect(say({ status: "refused", message: "系统出错", reference: "12345678" })).toContain("12345678"));
  it("is a status, not an alarm, when it worked", () => expect(say({ status: "done", message: "已保存" })).toMatch(/class="notice done" role="status"[^>]*><b>已保存/));
});
