import type { IsoDate } from "@/lib/platform/clock";
import type { Actor } from "@/lib/platform/actor";
import type { RuleUnit } from "@/prisma/client/enums";

export type RuleInForce = { key: string; value: number; unit: RuleUnit; source: string };

const defaults: Record<string, [number, RuleUnit]> = {
  "termination.file": [10, "WORKDAY"], "correction.confirm": [5, "WORKDAY"], "correction.approve": [5, "WORKDAY"], "account.firstPassword": [7, "DAY"],
  "deadline.before": [3, "WORKDAY"], "deadline.toHead": [1, "WORKDAY"], "deadline.toOffice": [3, "WORKDAY"], "deadline.toSupervisor": [5, "WORKDAY"], "deadline.urge": [3, "DAY"],
};

export const getRules = async (_actor: Actor, keys: readonly string[], _at: { unitId: string | null; on: IsoDate }): Promise<Record<string, RuleInForce>> =>
  Object.fromEntries(keys.map((key) => [key, { key, value: defaults[key]?.[0] ?? 1, unit: defaults[key]?.[1] ?? "WORKDAY", source: "平台默认值，可改" }]));
