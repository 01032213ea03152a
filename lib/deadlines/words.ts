import { roleNames } from "@/lib/accounts/labels";
import type { Letter } from "@/lib/messages/dispatch-service";
import type { IsoDate } from "@/lib/platform/clock";
import { formatDateLong } from "@/lib/platform/clock";
import { sourceWords, unitWords } from "@/lib/rules/labels";
import type { DeadlineStepKind, Role, RuleUnit } from "@/prisma/client/enums";
import { actOf } from "./acts";

export type Worded = { id: string; act: string; subjectType: string; subjectId: string; subjectName: string; ownerRole: Role; ownerUnit: { name: string } | null; ruleValue: number; ruleUnit: RuleUnit; ruleSource: string };

/** "10 个工作日（平台默认值，可改）": which rule a deadline comes from. */
export const ruleWords = ({ ruleValue, ruleUnit, ruleSource }: Pick<Worded, "ruleValue" | "ruleUnit" | "ruleSource">): string => `${ruleValue} ${unitWords[ruleUnit]}（${sourceWords(ruleSource)}）`;

export const ownerName = (of: Pick<Worded, "ownerRole" | "ownerUnit">): string => of.ownerUnit?.name ?? roleNames[of.ownerRole];

type Told = { kind: DeadlineStepKind; role: Role | null; accountName: string; from: string | null; to: string | null; reason: string | null };

/** Who did a step, what it moved, and in quotation marks what was said with it: 罗岩：“请抓紧审核”. */
export function stepWords({ kind, role, accountName, from, to, reason }: Told): string {
  const done = [role ? accountName : "", to ? `到期日由 ${from} 改为 ${to}` : ""].filter(Boolean).join("，");
  if (!reason) return done;
  return kind === "URGE" ? `${done}：“${reason}”` : `${done}。理由：“${reason}”`;
}

/** What every letter about a clock says. */
export const variablesOf = (of: Worded, due: IsoDate, over = 0) => ({
  subject: of.subjectName, act: actOf(of.act).name, due: formatDateLong(due), over: String(over), owner: ownerName(of), rule: ruleWords(of),
});

export const subjectOf = (of: Worded): Pick<Letter, "subject"> => ({ subject: { type: of.subjectType, id: of.subjectId } });
