import { defineKind, met, text } from "./kind";

export const inquiry = defineKind({
  key: "INQUIRY", writtenBy: ["delegate"], about: "答复党员的询问、质询", who: "多少党员提出", what: "问了什么，怎样答复",
  title: { label: "询问或质询的事项", hint: "如：询问道路改造进度" }, content: { label: "提出的问题", required: true },
  fields: { members: met("提出的党员人数"), answer: text("答复的内容", { required: true }) }, evidence: "optional", counts: { hours: false, reached: true },
});
