import type { Metadata } from "next";
import { FigurePart } from "@/components/attendances/figure-part";
import { RecordPage } from "@/components/delegates/record-page";
import { RecordPart } from "@/components/delegates/record-parts";
import { PrintFooter } from "@/components/ui/print-footer";
import { getFigure } from "@/lib/attendances/figure-queries";
import { recordFilters } from "@/lib/delegates/filters";
import { onRegister } from "@/lib/delegates/flow";
import { listBack } from "@/lib/delegates/list-back";
import { getDelegate, getNeighbours } from "@/lib/delegates/queries";
import { formatInstant, now } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "代表档案" };

const LIST = "/overview/delegates";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireRole("LEADER");
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  const asked = recordFilters.parse(await searchParams);
  const tab = asked.tab === "mandate" ? "mandate" : "basic";
  const figure = await getFigure(actor, { delegateId: d.id });
  const neighbours = onRegister.includes(d.status) ? await getNeighbours(actor, d) : null;
  return (
    <>
      <RecordPage path={LIST} back={listBack(asked.back, LIST)} d={d} neighbours={neighbours} tab={tab} tabs={["basic", "mandate"]} beside={<FigurePart figure={figure} path={`${LIST}/${d.id}/attendance`} />}><RecordPart d={d} part={tab} /></RecordPage>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
