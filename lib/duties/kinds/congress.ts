import { defineKind } from "./kind";

/** Written with the attendance of the congress itself. */
export const congress = defineKind({
  key: "CONGRESS", writtenBy: ["activity"], about: "出席党代会会议", who: null, what: "参加了什么",
  title: { label: "会议", hint: "会议的全称" }, content: { label: "参加情况", required: false }, evidence: "none", counts: { hours: false, reached: false },
});
