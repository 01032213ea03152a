import { expect, it } from "vitest";
import { blocksOf } from "./report-text";

it.each([
  ["# 基本情况", 1, "基本情况"], ["## 存在问题", 2, "存在问题"], ["###细目", 2, "细目"], ["一、基本情况", 1, "一、基本情况"], ["（二）电梯加装", 2, "（二）电梯加装"], ["(三)停车", 2, "(三)停车"],
  ["一、要抓紧整改；二、要举一反三。", 0, "一、要抓紧整改；二、要举一反三。"], ["走访了三个社区。", 0, "走访了三个社区。"], ["#", 0, "#"], ["一、" + "长".repeat(60), 0, "一、" + "长".repeat(60)],
])("%s", (line, level, text) => expect(blocksOf(line)).toEqual([{ level, text }]));

it("drops empty lines and keeps the order", () => expect(blocksOf("一、情况\r\n\r\n  走访了。 \n").map((b) => b.text)).toEqual(["一、情况", "走访了。"]));
