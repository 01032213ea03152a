import { defineKind, met } from "./kind";

export const other = defineKind({
  key: "OTHER", writtenBy: ["activity", "delegate"], about: "不属于以上各类的履职", who: "涉及多少人", what: "做了什么",
  title: { label: "一句话说明", hint: "写明做了什么" }, content: { label: "主要内容", required: true },
  fields: { people: met("涉及人数") }, evidence: "optional", counts: { hours: true, reached: true },
});
