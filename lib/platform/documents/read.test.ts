import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { paperBytes, lines } from "./paper";
import { readDocument } from "./read";

const word = (body: string, styles = "") =>
  zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`), ...(styles ? { "word/styles.xml": strToU8(`<w:styles xmlns:w="w">${styles}</w:styles>`) } : {}) });
const p = (inner: string, style = "") => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}${inner}</w:p>`;
const t = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const styles = '<w:style w:styleId="2"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a3"><w:name w:val="标题 2"/></w:style>';

it("reads one line a paragraph, headings marked by their style", async () => {
  expect(await readDocument(word(p(t("基本情况"), "2") + p(t("走访了") + t("三个社区")) + p("") + p(t("停车"), "a3") + p(`${t("甲")}<w:r><w:br/><w:tab/></w:r>${t("乙")}`), styles))).toEqual({ lines: ["# 基本情况", "走访了三个社区", "## 停车", "甲", "乙"] });
});

it("leaves out what was deleted, and what a box says a second time for older programs", async () => {
  const box = `<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>${p(t("框"))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p(t("框"))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
  expect(await readDocument(word(p(`${t("留")}<w:del><w:r><w:delText>删</w:delText></w:r></w:del>`) + p(`${t("前")}${box}${t("后")}`)))).toEqual({ lines: ["留", "框", "前后"] });
});

it("reads what this program writes", async () => {
  expect(await readDocument(await paperBytes({ title: "报告", office: "组织部", margins: [20, 20, 20, 20], children: [...lines("一、情况\n走访了<三>个社区")] }))).toEqual({ lines: ["一、情况", "走访了<三>个社区"] });
});

it.each([
  ["a text", strToU8("PK\u0003\u0004")], ["another zip", zipSync({ "a.txt": strToU8("x") })], ["a document type", zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>') })],
  ["broken XML", zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<a><b></a>") })], ["one that swells", word(p(t("长".repeat(3_000_000))))],
])("refuses %s", async (_, bytes) => expect(await readDocument(bytes)).toEqual({ refused: true }));
