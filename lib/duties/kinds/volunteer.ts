import { defineKind, met } from "./kind";

export const volunteer = defineKind({
  key: "VOLUNTEER", writtenBy: ["activity", "delegate"], about: "志愿服务、义务劳动", who: "服务了多少人", what: "做了什么",
  title: { label: "服务的名称", hint: "如：社区义诊" }, content: { label: "服务的内容", required: true },
  fields: { served: met("服务人数") }, evidence: "optional", counts: { hours: true, reached: true },
});
