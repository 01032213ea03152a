import { defineKind, met, number, text } from "./kind";

export const reception = defineKind({
  key: "RECEPTION", writtenBy: ["delegate"], about: "在代表工作室值班接待党员群众", who: "接待了多少人", what: "收到了什么意见",
  title: { label: "工作室", hint: "如：望湖社区党代表工作室" }, content: { label: "收到的意见", required: true },
  fields: { members: met("党员人数"), masses: met("群众人数"), opinions: number("意见件数"), handled: text("办理和反馈情况") }, evidence: "optional", counts: { hours: true, reached: true },
});
