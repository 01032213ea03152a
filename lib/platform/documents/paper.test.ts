import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { lines, paperBytes, plainText, table } from "./paper";

describe("text on paper", () => {
  it.each([
    ["甲\u0000\u0007乙\u001b丙", "甲乙丙"], ["甲\u202e乙\u2066", "甲乙"], ["一\r\n二\r三\n四", "一\n二\n三\n四"], ["甲\ud800乙", "甲\ufffd乙"], ["𠮷\ufffe\uffff", "𠮷"], ["<w:p>{x}&amp;", "<w:p>{x}&amp;"],
  ])("%j", (given, shown) => expect(plainText(given)).toBe(shown));
});

it("is a document of fixed parts in which what was typed is text", async () => {
  const parts = unzipSync(await paperBytes({ title: "登记表</dc:title>", office: "组织部", margins: [20, 20, 20, 20], children: [...lines("</w:t></w:r>\u000b]]>"), table([1000, 1000], [{ cells: [{ text: "<w:br/>" }, { text: "a\nb" }] }])] }));
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  expect(xml).toContain("&lt;/w:t&gt;&lt;/w:r&gt;]]&gt;");
  expect(xml).toContain("&lt;w:br/&gt;");
  expect(xml).not.toContain("<w:br/>");
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(strFromU8(parts["docProps/core.xml"] ?? new Uint8Array())).toContain("登记表&lt;/dc:title&gt;");
});
