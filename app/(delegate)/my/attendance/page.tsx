import type { Metadata } from "next";
import { FigureBar } from "@/components/attendances/figure-bar";
import { OwnFigureRows } from "@/components/attendances/figure-rows";
import { NoMandate } from "@/components/delegates/own-parts";
import { PhonePage } from "@/components/shell/delegate-shell";
import { SectionHead } from "@/components/ui/rows";
import { getFigure, listFigureRows } from "@/lib/attendances/figure-queries";
import { shownNames } from "@/lib/attendances/labels";
import { figureParams } from "@/lib/attendances/schema";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "出席情况" };

const PATH = "/my/attendance";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireDelegate();
  const d = await getOwnDelegate(actor);
  if (!d) return <PhonePage title="出席情况" back="/my"><NoMandate /></PhonePage>;
  const { show, page } = figureParams.parse(await searchParams);
  const of = { delegateId: d.id };
  const [figure, listed] = await Promise.all([getFigure(actor, of), listFigureRows(actor, of, { show, page })]);
  return (
    <PhonePage title="出席情况" back="/my">
      <FigureBar figure={figure} path={PATH} />
      <SectionHead title={shownNames[show]} note={`${listed.total} 场次`} />
      <OwnFigureRows title={shownNames[show]} {...listed} page={page} path={PATH} show={show} />
    </PhonePage>
  );
}
