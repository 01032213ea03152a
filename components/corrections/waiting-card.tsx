import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** What waits for the reader, on the workbench; the number is that of the rows behind the button. */
export function WaitingCard({ heads, liaison }: { heads: number; liaison: boolean }) {
  const act = liaison ? "核实" : "审核";
  return (
    <Card title={heads === 0 ? "没有待办的更正申请" : `${heads} 件更正申请待${act}`} id="waiting">
      <p className="mb-3 text-ink-2">{liaison ? "本单位代表申请更正登记资料，由联络员核实后送组织部审核。" : "代表申请更正登记资料，经联络员核实、组织部审核后写入花名册。"}</p>
      <LinkButton href={heads === 0 ? "/manage/corrections" : "/manage/corrections?state=todo"}>{heads === 0 ? "查看更正申请" : `去${act}`}</LinkButton>
    </Card>
  );
}
