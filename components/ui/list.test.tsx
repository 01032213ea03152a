import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Describe } from "./describe";
import { Pager, RangeText } from "./pager";
import { SortLinks } from "./sort-links";
import { Table } from "./table";
import { Tag } from "./tag";

const text = (html: string) => html.replace(/<[^>]+>/g, "");

describe("a list", () => {
  it("says how many there are and which are shown", () => {
    expect(text(renderToStaticMarkup(<RangeText total={420} page={1} size={50} unit="人" />))).toBe("共 420 人，第 1–50 人");
    expect(text(renderToStaticMarkup(<RangeText total={420} page={9} size={50} unit="人" />))).toBe("共 420 人，第 401–420 人");
    expect(text(renderToStaticMarkup(<RangeText total={0} page={1} size={50} />))).toBe("共 0 条");
  });
  it("turns pages in the address, and starts anew when the size changes", () => {
    const html = renderToStaticMarkup(<Pager path="/list" params={{ q: "a", page: "2" }} total={60} page={2} size={20} />);
    expect(html).toContain('href="/list?q=a"');
    expect(html).toContain('href="/list?q=a&amp;page=3"');
    expect(html).toContain('href="/list?q=a&amp;size=50"');
    expect(html).toContain('<span aria-current="page">2</span>');
  });
  it("has no pages to turn when all fits on one", () => {
    expect(renderToStaticMarkup(<Pager path="/list" params={{}} total={20} page={1} size={20} />)).not.toContain("<ul>");
  });
  it("keeps the default order out of the address", () => {
    const html = renderToStaticMarkup(<SortLinks path="/list" params={{ order: "b" }} current="b" options={[{ value: "a", label: "甲" }, { value: "b", label: "乙" }]} />);
    expect(html).toContain('<a href="/list">甲</a>');
    expect(html).toMatch(/<a aria-current="true" href="\/list\?order=b">乙/);
  });
  it("is named, and its columns are told as heads", () => {
    const html = renderToStaticMarkup(<Table caption="名册" columns={[{ label: "姓名", className: "who" }, { label: "数", align: "right" }]}><tr><td>甲</td></tr></Table>);
    expect(html).toContain('role="region" aria-label="名册" tabindex="0"');
    expect(html).toContain('<th scope="col" class="who">姓名</th><th scope="col" class="r">数</th>');
  });
});

describe("small parts", () => {
  it("marks a state with a shape, a category without", () => {
    expect(renderToStaticMarkup(<Tag tone="danger">停</Tag>)).toBe('<span class="tag danger mark">停</span>');
    expect(renderToStaticMarkup(<Tag>类</Tag>)).toBe('<span class="tag">类</span>');
  });
  it("draws a dash for what is empty, and zero as zero", () => {
    const html = text(renderToStaticMarkup(<Describe items={[{ term: "甲", value: "" }, { term: "乙", value: 0 }]} />));
    expect(html).toBe("甲—乙0");
  });
});
