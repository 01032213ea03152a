import { Timeline, type Moment } from "@/components/ui/timeline";
import type { Correction, Step } from "@/lib/corrections/queries";

const ahead = ({ state, hasLiaison }: Correction): Moment[] => {
  const approve: Moment = { key: "approve", title: "组织部审核，更正资料", at: "next" };
  const confirm: Moment = { key: "confirm", title: "选举单位联络员核实", at: "next" };
  if (state === "CONFIRMED") return [approve];
  if (state === "RETURNED") return [approve, ...(hasLiaison ? [confirm] : []), { key: "amend", title: "本人修改后再次提交", at: "next" }];
  return state === "SUBMITTED" ? [approve, ...(hasLiaison ? [confirm] : [])] : [];
};

/** What is still to come, where the request stands and what happened to it; the latest on top. */
export function StepList({ of, steps }: { of: Correction; steps: readonly Step[] }) {
  const taken = steps.map((s, i): Moment => ({ key: s.key, title: s.title, when: s.when, text: [s.by, s.reason].filter(Boolean).join("："), at: i === 0 ? "now" : "past" }));
  return <Timeline items={[...ahead(of), ...taken]} />;
}
