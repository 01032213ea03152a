import type { OfferedAct } from "@/lib/units/policy";

type Act = Exclude<OfferedAct, "establish">;
/** Acts with one form each; a merge and a split have pages of their own. */
export type FormAct = Exclude<Act, "MERGE" | "SPLIT">;

/** Where each act on a unit stands in the address, what it is called, and what it means before it is done. */
export const unitActs: Record<Act, { slug: string; label: string; meaning: string }> = {
  RENAME: { slug: "rename", label: "更名", meaning: "原名称连同生效日期保留在沿革中，历史资料仍按当时的名称查阅。" },
  MOVE: { slug: "move", label: "改隶", meaning: "连同全部下级一起移到新的上级之下，联络员的查看范围随之调整。" },
  ADJUST: { slug: "adjust", label: "调整属性", meaning: "类别用于查询和统计；选举单位、承办单位决定它能否在代表资料和交办时选用。" },
  MERGE: { slug: "merge", label: "合并", meaning: "并入另一个党组织：在册代表、下级和账号授权一并转过去，本单位停用，历届资料仍留在本单位名下。" },
  SPLIT: { slug: "split", label: "拆分", meaning: "把一部分在册代表、下级和账号授权划给新设的或已有的党组织，本单位继续使用。" },
  DEACTIVATE: { slug: "deactivate", label: "停用", meaning: "停用后不能再选用，代表、账号等已有资料都保留不变，以后可以恢复。" },
  REACTIVATE: { slug: "reactivate", label: "恢复使用", meaning: "恢复后可以重新选用。" },
  remove: { slug: "remove", label: "删除", meaning: "只用于误设的党组织：没有任何记录关联时才能删除，删除后沿革不再显示，审计中留有记录。" },
};

/** The act behind a part of the address; null for anything else. */
export const actOf = (slug: string): FormAct | null =>
  (Object.keys(unitActs) as Act[]).find((act): act is FormAct => act !== "MERGE" && act !== "SPLIT" && unitActs[act].slug === slug) ?? null;
