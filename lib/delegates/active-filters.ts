import { formatDateLong } from "@/lib/platform/clock";
import type { DelegateFilters } from "./filters";
import type { RosterChoices } from "./queries";
import type { BatchOutcome } from "@/prisma/client/enums";
import { outcomeNames } from "./labels";
import { nameIn, placesOf, searches } from "./choices";

export type Active = { name: keyof DelegateFilters; label: string; value: string };

/** The conditions at work in words, each to be taken off by itself; the term and the look of the list are none. */
export function activeFilters(params: Readonly<Record<string, string>>, choices: RosterChoices): Active[] {
  const places = placesOf(choices);
  const names: Partial<Record<keyof DelegateFilters, [string, (value: string) => string]>> = {
    pick: ["所选代表", (v) => (v === "none" ? "没有选择" : `${v.split(",").length} 人`)],
    batch: ["批量办理", () => "该次办理的代表"],
    outcome: ["办理结果", (v) => outcomeNames[v as BatchOutcome]],
    q: ["查找", (v) => v],
    delegation: ["代表团", (v) => nameIn(places.delegation, v)],
    category: ["代表类别", (v) => nameIn(searches.category, v)],
    status: ["状态", (v) => nameIn(searches.status, v)],
    unit: ["选举单位", (v) => (v === "none" ? "未填" : nameIn(places.unit, v))],
    group: ["代表小组", (v) => nameIn(places.group, v)],
    flag: ["身份标签", (v) => nameIn(searches.flag, v)],
    sex: ["性别", (v) => nameIn(searches.sex, v)],
    ethnicity: ["民族", (v) => nameIn(places.ethnicity, v)],
    ageFrom: ["年龄", (v) => `${v} 岁及以上`],
    ageTo: ["年龄", (v) => `${v} 岁及以下`],
    asOf: ["名单截至", formatDateLong],
    on: ["年龄算到", formatDateLong],
    education: ["学历", (v) => nameIn(searches.education, v)],
    confirmed: ["本人确认", (v) => nameIn(searches.confirmed, v)],
    gap: ["履职情况", (v) => nameIn(searches.gap, v)],
    scope: ["范围", (v) => nameIn(searches.scope, v)],
  };
  return Object.entries(names).flatMap(([name, [label, inWords]]) => {
    const value = params[name];
    return value === undefined ? [] : [{ name: name as keyof DelegateFilters, label, value: inWords(value) }];
  });
}
