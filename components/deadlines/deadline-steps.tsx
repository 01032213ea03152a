import { Timeline, type Moment } from "@/components/ui/timeline";
import type { DeadlineRecord, DeadlineStepRow } from "@/lib/deadlines/queries";
import { ruleWords, stepWords } from "@/lib/deadlines/words";
import type { Reach } from "@/lib/messages/reach-queries";
import { distance, dueDay } from "./words";

const reachWords = (reach: Reach | undefined): string => (!reach ? "" : reach.people === 0 ? "没有可以收到的人" : `发给 ${reach.people} 人，已读 ${reach.read} 人`);

/** What was done, signed, and the words given in quotation marks; whom it reached stands on a line of its own. */
function momentOf(step: DeadlineStepRow, reach: ReadonlyMap<string, Reach>): Moment {
  const receipt = reachWords(reach.get(step.letter));
  const said = stepWords(step);
  return { key: step.id, title: step.title, when: step.when, text: said || receipt ? <>{said}{receipt ? <span className="block text-ink-3">{receipt}</span> : null}</> : null, at: "past" };
}

/** Everything that happened to a clock, the latest on top. */
export function DeadlineSteps({ of, reach }: { of: DeadlineRecord; reach: ReadonlyMap<string, Reach> }) {
  const open = of.closedOn === null;
  const state: Moment = { key: "state", title: `${of.actName}：${dueDay(of)} 到期`, text: distance(of), at: "now" };
  const begun: Moment = { key: "begun", title: "开始计时", when: of.startedOn, text: `${ruleWords(of)}，自次日起算，${of.firstDueOn} 到期`, at: "past" };
  return <Timeline items={[{ ...state, title: open ? state.title : of.light === "cancelled" ? "不再计算" : "办结" }, ...of.steps.map((step) => momentOf(step, reach)), begun]} />;
}
