import { defineKind, met } from "./kind";

export const publicity = defineKind({
  key: "PUBLICITY", writtenBy: ["delegate"], about: "宣讲党代会精神、党的政策", who: "多少人听讲", what: "讲了什么",
  title: { label: "宣讲的题目", hint: "如：区第六次党代会精神进网格" }, content: { label: "宣讲的内容", required: true },
  fields: { audience: met("听众人数") }, evidence: "optional", counts: { hours: true, reached: true },
});
