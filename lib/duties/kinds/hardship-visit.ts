import { defineKind, met } from "./kind";

// Amount and cause of a hardship are not asked: they are for two roles only (domain 2.12).
export const hardshipVisit = defineKind({
  key: "HARDSHIP_VISIT", writtenBy: ["delegate"], about: "走访慰问困难党员、群众", who: "慰问了多少人", what: "慰问情况",
  title: { label: "一句话说明", hint: "如：春节前走访困难党员，不写对方姓名" }, content: { label: "帮扶的内容", hint: "不写个人困难原因和金额", required: true },
  fields: { members: met("党员人数"), masses: met("群众人数") }, evidence: "optional", counts: { hours: false, reached: true }, contacts: true,
});
