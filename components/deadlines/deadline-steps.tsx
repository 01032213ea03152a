import { Timeline, type Moment } from "@/components/ui/timeline";
import type { DeadlineRecord, DeadlineStepRow } from "@/lib/deadlines/queries";
import { ruleWords } from "@/lib/deadlines/words";
import type { Reach } from "@/lib/messages/reach-queries";
import { distance, dueDay } from "./words";

const reachWords = (reach: Reach | undefined): string => (!reach ? "" : reach.people === 0 ? "没有可以收到的人" : `发给 ${reach.people} 人，已读 ${reach.read} 人`);

function momentOf(step: DeadlineStepRow, reach: ReadonlyMap<string, Reach>): Moment {
  const moved = step.to ? `${step.from} 改为 ${step.to}` : "";
  const by = step.role ? step.accountName : "";
  return { key: step.id, title: step.title, when: step.when, text: [by, moved, step.reason, reachWords(reach.get(step.letter))].filter(Boolean).join("，"), at: "past" };
}

/** Everything that happened to a clock, the latest on top. */
export function DeadlineSteps({ of, reach }: { of: DeadlineRecord; reach: ReadonlyMap<string, Reach> }) {
  const open = of.closedOn === null;
  const state: Moment = { key: "state", title: `${of.actName}：${dueDay(of)} 到期`, text: distance(of), at: "now" };
  const begun: Moment = { key: "begun", title: "开始计时", when: of.startedOn, text: `${ruleWords(of)}，自次日起算，${of.firstDueOn} 到期`, at: "past" };
  return <Timeline items={[{ ...state, title: open ? state.title : of.light === "cancelled" ? "不再计算" : "办结" }, ...of.steps.map((step) => momentOf(step, reach)), begun]} />;
}
