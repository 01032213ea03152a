import { defineKind, met, text } from "./kind";

export const research = defineKind({
  key: "RESEARCH", writtenBy: ["activity", "delegate"], about: "调查研究、视察", who: "走访了多少人", what: "看到了什么",
  title: { label: "调研或视察的题目", hint: "如：老旧小区加装电梯情况" }, content: { label: "发现的情况和问题", required: true },
  fields: { met: met("走访人数"), advice: text("提出的建议") }, evidence: "optional", counts: { hours: true, reached: true },
});
