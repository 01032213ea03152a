import { classNames, type Class } from "@/lib/attendances/labels";

/** Where somebody expected at a training stands with the certificate. */
export type Standing = "issued" | "ready" | "short";
export const standings: readonly Standing[] = ["ready", "issued", "short"];
export const standingNames: Record<Standing, string> = { ready: "待发证", issued: "已发证", short: "不发证" };

/** The rule of the certificate, said wherever one is issued. */
export const RULE = "每个场次都到会（含迟到）并取得全部学时的，发给培训证书；有一场请假、因公、缺席，应签退而没有签退，或者场次当天不在任的，不发证。出席名单确认后更正到会情况的，不再符合的证书随即撤销，编号不再使用；更正后符合的，可以重新发证。";

/** Said beside the hours of a year. */
export const HOURS_RULE = "按已通过的履职记录中“学习培训”的时长计。另有党员教育培训的要求可作参考：党员每年一般不少于 32 学时，党组织书记和班子成员一般不少于 56 学时；没有记入履职的学习，这里不计。";

export const reachNames = { met: "已达到目标", below: "未达到目标" } as const;

/** Why a session stands in the way: what became of it, not signed out of, or the delegate not in office on its day. */
export type Gap = { position: number; why: Exclude<Class, "PRESENT" | "LATE"> | "UNSIGNED" | "OUT" };
const gapNames: Record<Gap["why"], string> = { LEAVE: classNames.LEAVE, OFFICIAL: classNames.OFFICIAL, ABSENT: classNames.ABSENT, OPEN: classNames.OPEN, UNSIGNED: "没有签退", OUT: "当天不在任" };
export const gapsInWords = (gaps: readonly Gap[]): string => gaps.map(({ position, why }) => `第 ${position} 场${gapNames[why]}`).join("，");

export const refusals = {
  issue: "您不能发放培训证书。请由组织部办理。",
  notTraining: "没有发证。只有培训发给培训证书。",
  notClosed: "没有发证。出席名单确认后才能发证，请先在“到会”中确认出席名单。",
  nobody: "没有发证。没有待发证的代表，可能已由他人发过。请刷新页面查看。",
  moved: "没有发证。您打开页面以后，待发证的代表有变动。请刷新页面核对后再发。",
  unborne: "到会情况或任职日期已变动，不再符合发证条件",
  none: "没有下载。这次培训还没有发放证书。请先发证。",
};
