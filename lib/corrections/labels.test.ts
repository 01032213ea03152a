import { expect, it } from "vitest";
import { filled, kinds } from "@/lib/messages/kinds";
import { resultOf } from "./labels";

const { body, brief } = kinds["correction.decided"];
const said = (...of: Parameters<typeof resultOf>) => [body, brief].map((text) => filled(text, resultOf(...of) ?? {}));

it("tells what became of a request in whole sentences, and outside the platform one thing to do", () => {
  expect(said("sendBack", "缺少任免通知")).toEqual(["您申请更正资料，现已退回。请修改后再次提交。理由：缺少任免通知。", "您的更正申请已退回，请登录平台查看。"]);
  expect(said("sendBack", "缺少任免通知。")[0]).toMatch(/任免通知。$/);
  expect(said("approve", null)).toEqual(["您申请更正资料，现已审核通过，资料已更正。", "您的更正申请已审核通过，资料已更正，请登录平台查看。"]);
  expect(resultOf("confirm", null)).toBeNull();
});
