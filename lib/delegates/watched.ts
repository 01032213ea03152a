import type { DelegateFilters } from "./filters";

/** Rows of the roster worth watching, told by the filters that list exactly them. */
export type Watch = { label: string; short: string; filters: Partial<DelegateFilters> };

const of = (label: string, short: string, filters: Partial<DelegateFilters>): Watch => ({ label, short, filters });

export const watched = {
  standing: [of("在册代表", "在册", {}), of("在任", "在任", { status: "ACTIVE" }), of("待资格审查", "待审查", { status: "PENDING_REVIEW" }), of("暂停履职", "暂停", { status: "SUSPENDED" })],
  overview: [
    of("在册代表", "代表", {}), of("女代表", "女", { sex: "2" }), of("少数民族代表", "少数民族", { ethnicity: "minority" }), of("45 岁及以下", "45 岁及以下", { ageTo: 45 }),
    of("大专及以上", "大专及以上", { education: "COLLEGE_UP" }), of("生产和工作一线", "一线", { flag: "FRONTLINE" }),
  ],
} satisfies Record<string, Watch[]>;
