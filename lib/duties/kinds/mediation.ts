import { defineKind, met, text } from "./kind";

export const mediation = defineKind({
  key: "MEDIATION", writtenBy: ["delegate"], about: "调解纠纷、化解矛盾", who: "涉及多少人", what: "什么矛盾，怎么化解的",
  title: { label: "一句话说明", hint: "如：调解两户宅基地纠纷，不写当事人姓名" }, content: { label: "矛盾的经过", required: true },
  fields: { people: met("当事人数"), result: text("化解的结果", { required: true }) }, evidence: "optional", counts: { hours: false, reached: true },
});
