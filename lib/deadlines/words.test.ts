import { expect, it } from "vitest";
import { stepWords } from "./words";

const step = { kind: "URGE", role: "OFFICE_HEAD", accountName: "罗岩", from: null, to: null, reason: null } as const;

it("signs a step and keeps the words given with it apart", () => {
  expect(stepWords({ ...step, reason: "请抓紧审核" })).toBe("罗岩：“请抓紧审核”");
  expect(stepWords(step)).toBe("罗岩");
  expect(stepWords({ ...step, kind: "EXTEND", from: "2026-09-08", to: "2026-09-18", reason: "调取材料需要时间" })).toBe("罗岩，到期日由 2026-09-08 改为 2026-09-18。理由：“调取材料需要时间”");
  expect(stepWords({ ...step, kind: "RECOUNT", role: null, accountName: "系统", from: "2026-09-08", to: "2026-09-09" })).toBe("到期日由 2026-09-08 改为 2026-09-09");
  expect(stepWords({ ...step, kind: "BEFORE", role: null, accountName: "系统" })).toBe("");
});
