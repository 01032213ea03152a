import type { PlacePostKind } from "@/prisma/client/enums";

/** Posts of a delegation and of a group (domain 3.4: 代表团 has 团长 and 副团长, a group has a leader). */
export const postNames: Record<"delegation" | "group", Record<PlacePostKind, string>> = {
  delegation: { HEAD: "团长", DEPUTY: "副团长", LIAISON: "联络员" },
  group: { HEAD: "组长", DEPUTY: "副组长", LIAISON: "联络员" },
};

export const fieldNames: Record<string, string> = { delegateId: "代表", kind: "职务", fromOn: "任职日期", untilOn: "免职日期", post: "团组职务", replace: "接替" };

export const verbNames: Record<string, string> = { "post.appoint": "任命团组职务", "post.dismiss": "免去团组职务", "post.find": "查找团组职务" };

export const refusals = {
  keep: "您不能任免代表团和代表小组的职务。请联系组织部经办。",
  stranger: "所选代表不在这个代表团或小组，或已离任。请刷新页面后重新选择",
  headed: (title: string, name: string) => `现任${title}是${name}，如由所选代表接任，请勾选“接替”`,
  holds: (title: string) => `所选代表现任${title}，请先免去再任命其他职务`,
  future: "日期不能晚于今天",
  early: (on: string) => `日期不能早于 ${on}`,
  ended: "这一职务已经免去，没有再改动。请刷新页面查看最新情况。",
};
