import { defineKind } from "./kind";

/** Written by the proposal itself once it is filed. */
export const proposal = defineKind({
  key: "PROPOSAL", writtenBy: ["proposal"], about: "提出提案、提议", who: null, what: "提了什么",
  title: { label: "题目", hint: "提案、提议的题目" }, content: { label: "主要内容", required: false }, evidence: "none", counts: { hours: false, reached: false },
});
