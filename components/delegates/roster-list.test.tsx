import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import { delegateFilters } from "@/lib/delegates/filters";
import type { RosterChoices, RosterRow } from "@/lib/delegates/queries";
import { RosterList } from "./roster-list";
import { shownRoster } from "./shown-roster";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => undefined }) }));

const UNIT = "01a20b47-eeab-7069-baf0-4d1f1840babf";

const faults = vi.spyOn(console, "error");
afterEach(() => expect(faults).not.toHaveBeenCalled());

const choices: RosterChoices = {
  termId: "t", terms: [{ id: "t", name: "第六次党代会" }], delegations: [{ id: "d1", name: "云帆代表团" }, { id: "d2", name: "北固代表团" }], groups: [],
  units: [{ id: "u1", name: "区委", depth: 0 }, { id: UNIT, name: "云帆街道", depth: 1 }], peoples: ["01", "05"],
};

const cells = new Proxy({}, { get: (_, key) => `格${String(key)}` }) as RosterRow["cells"];
const row = (name: string): RosterRow => ({ id: `id-${name}`, name, status: "SUSPENDED", cells });

function html(asked: Record<string, string>, rows: RosterRow[], start?: { href: string; label: string }, of = choices) {
  const shown = shownRoster(delegateFilters.parse(asked), { rows, total: rows.length, page: 1 }, of);
  return renderToStaticMarkup(<RosterList path="/list" {...shown} {...(start ? { start } : {})} />);
}

it("shows the columns asked for, names set wide, a status in its word", () => {
  const page = html({ cols: "sex,status" }, [row("丁岚")]);
  expect(page).toContain('<a href="/list/id-丁岚?back=%2Flist%3Fcols%3Dsex%252Cstatus">丁\u3000岚</a></th><td>格sex</td><td><span class="tag danger mark">暂停履职</span></td></tr>');
  expect(page).not.toContain("格mobile");
});

it("tells a record the search it was opened from, page and all, and the bare list nothing", () => {
  const href = /<th[^>]*><a href="([^"]*)"/.exec(html({ q: "王", sex: "2", page: "3" }, [row("丁岚")]))?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(new URL(href, "http://here").searchParams.get("back")).toBe("/list?q=%E7%8E%8B&sex=2&page=3");
  expect(html({}, [row("丁岚")])).toContain('<a href="/list/id-丁岚">');
});

it("hands the browser nothing but the shown cells", () => {
  const { found } = shownRoster(delegateFilters.parse({ cols: "sex,status" }), { rows: [row("丁岚")], total: 1, page: 1 }, choices);
  expect(found.rows).toEqual("id-丁岚|丁岚|格sex|SUSPENDED");
});

it("names every condition at work with the address that takes it off", () => {
  const page = html({ sex: "2", unit: UNIT, ageTo: "45", order: "pinyin" }, [row("丁岚")]);
  expect(page).toContain(`href="/list?unit=${UNIT}&amp;ageTo=45&amp;order=pinyin">性别：女`);
  expect(page).toContain('href="/list?sex=2&amp;ageTo=45&amp;order=pinyin">选举单位：云帆街道<');
  expect(page).toContain("年龄：45 岁及以下");
  expect(page).toContain("<details open=\"\"><summary>更多条件");
  expect(page).toContain('<input type="hidden" name="order" value="pinyin"/>');
});

it("offers one way on when nobody is found, and another when nobody is there", () => {
  expect(html({ q: "某人" }, [])).toMatch(/没有符合条件的代表.*href="\/list">重置条件/);
  expect(html({}, [], { href: "/import", label: "导入花名册" })).toMatch(/花名册里还没有代表.*href="\/import">导入花名册/);
  expect(html({}, [])).not.toContain("重置条件");
});

it("leaves hundreds of units to the search that asks for further conditions", () => {
  const many = { ...choices, units: Array.from({ length: 61 }, (_, i) => ({ id: `u${i}`, name: `第${i}支部`, depth: 0 })) };
  const button = '<button class="more" value="1" name="more">更多条件</button>';
  const folded = html({ q: "丁" }, [row("丁岚")], undefined, many);
  expect(folded).toContain(button);
  expect(folded).not.toContain("第7支部");
  for (const asked of [{ more: "1" }, { sex: "2" }] as Record<string, string>[]) {
    const unfolded = html(asked, [row("丁岚")], undefined, many);
    expect(unfolded).toContain("第7支部");
    expect(unfolded).not.toContain(button);
  }
});
