import { today } from "../../lib/platform/clock";
import type { UnitKind } from "@/prisma/client/enums";

/** A district that does not exist. Delegations are those of the sample roster; every name is fictional. */
export const committee = { name: "中共望澜市青澜区委员会", shortName: "青澜区委", areaName: "青澜区", officeName: "青澜区委组织部" };

export type SeedUnit = { name: string; kind: UnitKind; delegations?: string[]; isHandling?: boolean; children?: [string, UnitKind][] };

export const units: SeedUnit[] = [
  { name: "区直机关工委", kind: "WORKING_COMMITTEE", delegations: ["区直机关第一代表团", "区直机关第二代表团"] },
  { name: "区委政法委机关党委", kind: "PARTY_COMMITTEE", delegations: ["政法系统代表团"] },
  { name: "区委教育工委", kind: "WORKING_COMMITTEE", delegations: ["教育系统代表团"], children: [["青澜中学党总支", "SCHOOL"], ["望澜市第十二中学党总支", "SCHOOL"]] },
  { name: "区卫生健康局党委", kind: "PARTY_COMMITTEE", delegations: ["卫生健康系统代表团"], children: [["区人民医院党委", "HOSPITAL"]] },
  { name: "区国资系统党委", kind: "PARTY_COMMITTEE", delegations: ["区属企业代表团"], children: [["青澜城投集团党委", "ENTERPRISE"]] },
  { name: "区委两新工委", kind: "WORKING_COMMITTEE", delegations: ["两新组织代表团"] },
  { name: "云帆街道党工委", kind: "SUBDISTRICT", delegations: ["云帆街道代表团"], children: [["望湖社区党委", "COMMUNITY"], ["锦帆社区党委", "COMMUNITY"]] },
  { name: "青石桥街道党工委", kind: "SUBDISTRICT", delegations: ["青石桥街道代表团"], children: [["石桥社区党总支", "COMMUNITY"], ["文昌阁社区党总支", "COMMUNITY"]] },
  { name: "北固街道党工委", kind: "SUBDISTRICT", delegations: ["北固街道代表团"], children: [["临江社区党委", "COMMUNITY"]] },
  { name: "松岭镇党委", kind: "TOWNSHIP", delegations: ["松岭镇代表团"], children: [["松岭村党总支", "VILLAGE"]] },
  { name: "白沙镇党委", kind: "TOWNSHIP", delegations: ["白沙镇代表团"] },
  { name: "柳堰镇党委", kind: "TOWNSHIP", delegations: ["柳堰镇代表团"], children: [["柳堰村党总支", "VILLAGE"]] },
  { name: "区人民武装部党委", kind: "MILITARY", delegations: ["驻区部队代表团"] },
  { name: "区交通运输局党组", kind: "DEPARTMENT", isHandling: true },
  { name: "区住房和城乡建设局党组", kind: "DEPARTMENT", isHandling: true },
];

/** The order of delegations in the published roster. */
export const delegations = [
  "区直机关第一代表团", "区直机关第二代表团", "政法系统代表团", "教育系统代表团", "卫生健康系统代表团", "区属企业代表团", "两新组织代表团",
  "云帆街道代表团", "青石桥街道代表团", "北固街道代表团", "松岭镇代表团", "白沙镇代表团", "柳堰镇代表团", "驻区部队代表团",
];

const NO_DATES = { congressFrom: null, congressTo: null, ageReferenceOn: null } as const;

/** The present term of the demonstration never runs out: what is planned for next month lies within it in December too. */
const LAST_DAY = `${Number(today().slice(0, 4)) + 1}-12-31`;

export const terms = {
  previous: { level: "DISTRICT" as const, ordinal: 4, name: "青澜区第四次党代会", ...NO_DATES, startsOn: "2016-12-08", endsOn: "2021-12-08" },
  current: { level: "DISTRICT" as const, ordinal: 5, name: "青澜区第五次党代会", congressFrom: "2021-12-08", congressTo: "2021-12-10", startsOn: "2021-12-08", endsOn: LAST_DAY, ageReferenceOn: "2025-12-31" },
};

/** Requirements on the composition; the value counts tenths. */
export const targets = [
  { dimension: "category:LEADING_CADRE", operator: "AT_MOST" as const, measure: "PERCENT" as const, value: 600 },
  { dimension: "category:PROFESSIONAL", operator: "AT_LEAST" as const, measure: "PERCENT" as const, value: 200 },
  { dimension: "category:MODEL", operator: "AT_LEAST" as const, measure: "PERCENT" as const, value: 180 },
  { dimension: "category:MILITARY", operator: "AT_LEAST" as const, measure: "COUNT" as const, value: 60 },
  { dimension: "sex:2", operator: "AT_LEAST" as const, measure: "PERCENT" as const, value: 280 },
  { dimension: "ethnicity:minority", operator: "AT_LEAST" as const, measure: "PERCENT" as const, value: 25 },
];

/** One person for each role; the first of a role is the one the start shows. */
export const holders = [
  { username: "shenwenqing", displayName: "沈文清", roles: [["OFFICE"]] },
  { username: "luoyan", displayName: "罗岩", roles: [["OFFICE_HEAD"]] },
  { username: "mengfan", displayName: "孟帆", roles: [["UNIT_LIAISON", "云帆街道党工委"]] },
  { username: "delegate", displayName: "", delegate: "热合曼古丽·玉素因", roles: [["DELEGATE"]] },
  { username: "liangqiming", displayName: "梁启明", roles: [["LEADER"]] },
  { username: "taojing", displayName: "陶静", roles: [["HANDLING_UNIT", "区交通运输局党组"]] },
  { username: "weizheng", displayName: "魏正", roles: [["SUPERVISOR"]] },
  { username: "sysadmin", displayName: "郑一凡", roles: [["SYSTEM_ADMIN"]] },
  { username: "secadmin", displayName: "邓若水", roles: [["SECURITY_ADMIN"]] },
  { username: "auditadmin", displayName: "黄知秋", roles: [["AUDIT_ADMIN"]] },
  { username: "tangxin", displayName: "唐欣", delegate: "贺宏川", roles: [["UNIT_LIAISON", "区直机关工委"], ["DELEGATE"]] },
] as const;
