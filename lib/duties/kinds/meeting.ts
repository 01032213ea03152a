import { defineKind, line } from "./kind";

export const meeting = defineKind({
  key: "MEETING", writtenBy: ["activity", "delegate"], about: "应邀列席党委全会、座谈会等", who: "由谁召开", what: "列席情况",
  title: { label: "会议名称", hint: "如：街道党工委扩大会议" }, content: { label: "提出的意见", hint: "没有提出意见的，写明会议内容", required: true },
  fields: { organizer: line("召开单位", { required: true }) }, evidence: "optional", counts: { hours: true, reached: false },
});
