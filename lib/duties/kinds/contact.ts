import { defineKind, met, text } from "./kind";

// Each delegate keeps in touch with members and with the masses, counted apart (domain 2.2).
export const contact = defineKind({
  key: "CONTACT", writtenBy: ["delegate"], about: "走访、电话联系党员和群众，听取意见", who: "联系了多少人", what: "反映了什么，怎么办的",
  title: { label: "一句话说明", hint: "如：走访柏树坪村三组" }, content: { label: "反映的问题", required: true },
  fields: { members: met("党员人数"), masses: met("群众人数"), handled: text("办理情况") }, evidence: "optional", counts: { hours: false, reached: true }, contacts: true,
});
