import { defineKind, line } from "./kind";

export const evaluation = defineKind({
  key: "EVALUATION", writtenBy: ["activity", "delegate"], about: "参加民主评议、民主推荐", who: "评议对象", what: "评议情况",
  title: { label: "评议会的名称", hint: "如：街道班子民主评议会" }, content: { label: "评议的主要意见", hint: "不写投票内容", required: false },
  fields: { judged: line("评议的单位或班子", { required: true }) }, evidence: "optional", counts: { hours: false, reached: false },
});
