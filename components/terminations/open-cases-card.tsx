import Link from "next/link";
import { Card } from "@/components/ui/card";
import { stateNames } from "@/lib/terminations/labels";
import { hrefOfState } from "@/lib/terminations/schema";
import type { TerminationState } from "@/prisma/client/enums";

type Props = {
  waiting: readonly { state: TerminationState; cases: number }[];
  /** Whether the reader takes the next step; a unit waits for the office to take it. */
  acts: boolean;
};

const whole = (waiting: Props["waiting"]) => waiting.reduce((sum, { cases }) => sum + cases, 0);

/** Terminations under way, each number with exactly its cases behind it. */
export function OpenCasesCard({ waiting, acts }: Props) {
  const some = waiting.filter(({ cases }) => cases > 0);
  const none = acts ? "没有等待办理的资格终止" : "本单位没有办理中的资格终止";
  return (
    <Card title={some.length === 0 ? none : `${whole(some)} 件资格终止${acts ? "等待办理" : "正在办理"}`}>
      {some.length === 0 ? <p className="text-ink-2">{acts ? "提出的都已决定，决定的都已备案。" : "需要提出时，请打开代表档案。"}</p> : (
        <ul className="divide-y divide-line">
          {some.map(({ state, cases }) => <li key={state} className="flex items-center justify-between py-2"><span>{stateNames[state]}</span><Link className="num py-1" prefetch={false} href={hrefOfState("/manage/terminations", state)}>{cases} 件，查看</Link></li>)}
        </ul>
      )}
    </Card>
  );
}
