import { defineKind, met } from "./kind";

export const annualReport = defineKind({
  key: "ANNUAL_REPORT", writtenBy: ["delegate"], about: "向选举单位党员述职", who: "多少党员到会", what: "述职情况",
  title: { label: "述职会的名称", hint: "如：2026 年度代表述职会" }, content: { label: "述职的主要内容", required: true },
  fields: { members: met("到会党员人数") }, evidence: "optional", counts: { hours: false, reached: true },
});
