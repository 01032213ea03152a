import type { ActivityKind, OpinionKind, OpinionState } from "@/prisma/client/enums";
import type { OpinionEvent } from "./flow";

export const kindNames: Record<OpinionKind, string> = { OPINION: "会后意见", SUGGESTION: "书面意见建议" };

/** What is gathered after which activities; after every other nothing is. */
export const gathered: Partial<Record<ActivityKind, OpinionKind>> = { MEETING: "OPINION", EVALUATION: "SUGGESTION" };

export const stateNames: Record<OpinionState, string> = { SUBMITTED: "待交办", HANDED: "办理中", ANSWERED: "待送代表", RELEASED: "已答复", CLOSED: "代表已知悉", FILED: "已存档", WITHDRAWN: "已撤回" };

/** The same to the delegate, who learns of an answer when the office sends it. */
export const ownStateNames: Record<OpinionState, string> = { ...stateNames, SUBMITTED: "已提交", ANSWERED: "办理中", CLOSED: "已知悉", FILED: "不转办" };

export const stateTones: Record<OpinionState, "amber" | "green" | "plain"> = { SUBMITTED: "amber", HANDED: "amber", ANSWERED: "amber", RELEASED: "green", CLOSED: "green", FILED: "plain", WITHDRAWN: "plain" };

export const eventNames: Record<OpinionEvent, string> = {
  withdraw: "撤回", hand: "交办", settle: "当场答复", file: "不转办，存档", answer: "答复", giveBack: "退回组织部", release: "送代表", sendBack: "退回重新答复", acknowledge: "知悉", askAgain: "再次提出",
};

/** What each step brings about, said before it is taken. */
export const effects: Record<OpinionEvent, string> = {
  withdraw: "撤回后组织部不再办理，不能恢复；需要时可以重新提出。", hand: "交办后开始计时，承办单位有联络员的，随即收到消息；代表看到交给了哪个单位。",
  settle: "由组织部直接答复，随即送代表。", file: "存档后不再办理，代表随即收到消息，看到理由。", answer: "答复先到组织部，由组织部送代表。",
  giveBack: "退回后由组织部重新交办，办理期限停止计算。", release: "送出后代表随即收到消息，看到答复。", sendBack: "退回后由承办单位重新答复，办理期限重新计算。",
  acknowledge: "知悉后这件意见办结。", askAgain: "只能再次提出一次。提出后由承办单位重新答复。",
};

export const unsigned = "书面，未署名";

export const verbNames: Record<string, string> = {
  "opinion.give": "意见：提出", "opinion.record": "意见：录入书面材料", ...Object.fromEntries(Object.entries(eventNames).map(([event, name]) => [`opinion.${event}`, `意见：${name}`])), "opinion.print": "意见：打印汇总", "opinion.find": "查找意见",
};

export const fieldNames: Record<string, string> = {
  content: "意见内容", state: "状态", delegateId: "代表", targetId: "承办单位", body: "其他承办机构", handedTo: "承办单位", handNote: "交办的要求", answer: "答复", answeredBy: "答复人", answeredOn: "答复日期", reason: "理由", pick: "意见",
};

/** How many one delegate gives after one activity. */
export const MOST_GIVEN = 10;

export const refusals = {
  give: "您不能提出会后意见。请由到会的代表本人登录后提出。",
  record: "您不能录入书面意见。请由组织部经办办理。",
  print: "您不能打印意见汇总。请由组织部经办办理。",
  withdraw: "您不能撤回这件意见，只有提出的代表可以撤回。",
  hand: "您不能交办意见。请由组织部经办办理。",
  settle: "您不能答复这件意见。请由组织部经办办理。",
  file: "您不能将这件意见存档。请由组织部经办办理。",
  answer: "您不能答复这件意见。请由承办单位联络员或组织部经办办理。",
  giveBack: "您不能退回这件意见。请由承办单位联络员或组织部经办办理。",
  release: "您不能将答复送代表。请由组织部经办办理。",
  sendBack: "您不能退回这件答复。请由组织部经办办理。",
  acknowledge: "只有提出意见的代表本人可以办理。",
  askAgain: "只有提出意见的代表本人可以再次提出。",
  notGathered: "这类活动不收会后意见。列席会议和民主评议会举行后，到会的代表可以提出。",
  notHeld: "活动还没有登记已举行，不能提出意见。请在会后提出。",
  notCame: "没有您到会的登记，不能提出意见。如已到会，请与会务人员联系。",
  notCameThere: "没有这名代表到会的登记，没有录入",
  over: (until: string) => `提出意见的时间已于 ${until} 结束。仍需提出的，请交书面材料，由组织部录入。`,
  many: `一次活动每人最多提出 ${MOST_GIVEN} 件意见，没有提交。请并在一件里提出，或先撤回一件。`,
  signedOnly: "列席会议的意见须署名，请选择代表",
  whither: "请选择承办单位，或填写其他承办机构",
  oneOnly: "承办单位和其他承办机构只填一处",
  noUnit: "没有这个承办单位，或者已经停用。请重新选择",
  notSaved: "没有办理。",
  notOpen: (state: string) => `这件意见的状态是“${state}”，不能再办理这一步。请刷新页面查看。`,
  askedAgain: "您已再次提出过一次，不能重复提出。仍有意见的，请联系组织部。",
  who: "请填写答复人，如：区住建局 王某",
  when: "请填写答复日期，如 2026-03-01",
  future: "答复日期不能晚于今天",
  beforeHanded: (on: string) => `答复日期不能早于交办之日（${on}）`,
  manyToPrint: (most: number) => `要打印的意见超过 ${most} 件，没有生成。请按承办单位分别打印。`,
  nothingToPrint: "没有已交办的意见，没有生成汇总。请先交办。",
  nothingPicked: "没有选中意见。请先勾选，再交办。",
};

/** What a batch did, in a sentence. */
export const handedWords = ({ done, skipped }: { done: number; skipped: number }): string => `已交办 ${done} 件${skipped > 0 ? `；另有 ${skipped} 件已有变动，没有交办` : ""}。`;
