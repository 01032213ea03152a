import type { Metadata } from "next";
import Link from "next/link";
import { GapTable } from "@/components/delegates/gap-table";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { PageHead } from "@/components/ui/page-head";
import { PrintFooter } from "@/components/ui/print-footer";
import { countGaps } from "@/lib/delegates/gap-queries";
import { gapAdvice, gapNames, type Gap } from "@/lib/delegates/gaps";
import { getRosterFrame } from "@/lib/delegates/queries";
import { formatInstant, now } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "履职缺项" };

export default async function Page() {
  const actor = await requireStaff();
  const frame = await getRosterFrame(actor);
  const rows = frame ? await countGaps(actor, frame) : [];
  const short = (Object.keys(gapNames) as Gap[]).filter((gap) => rows.some((row) => row.of[gap] > 0));
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "履职缺项" }]} title="履职缺项" small={frame ? frame.termName : "还没有届次"} />
      {rows.length === 0 ? <Card><Empty title="没有在任的代表" why="代表经资格审查在任后，在这里看谁还没有参加培训、联系党员群众和列席会议。" /></Card> : (
        <div className="stack">
          <p className="text-ink-2">只计在任的代表；待审核的履职记录已算在内。点数字看名单，在名单上可以选人发通知。代表小组的调研次数，见<Link className="underline" prefetch={false} href="/manage/researches#short">调研视察</Link>。</p>
          <Card bare><GapTable rows={rows} /></Card>
          {short.length === 0 ? null : (
            <Card title="怎样算缺项">
              <Describe items={short.map((gap) => ({ term: gapNames[gap], value: <>{gapAdvice[gap]}<Link className="ml-2 inline-block py-1 underline" prefetch={false} href={hrefWith("/messages/new", { scope: "active", gap, all: "1" }, {})}>通知这些代表</Link></> }))} />
            </Card>
          )}
        </div>
      )}
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
