import { defineKind, line } from "./kind";

export const training = defineKind({
  key: "TRAINING", writtenBy: ["activity", "delegate"], about: "参加培训班、专题学习", who: "由谁组织", what: "学了什么",
  title: { label: "培训或学习的名称", hint: "如：基层治理专题培训班" }, content: { label: "学习内容和收获", required: true },
  fields: { organizer: line("组织单位", { hint: "如：市委党校", required: true }) }, evidence: "required", counts: { hours: true, reached: false },
});
