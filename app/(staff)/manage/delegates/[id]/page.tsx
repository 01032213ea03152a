import type { Metadata } from "next";
import { ChangeTable } from "@/components/delegates/change-table";
import { RecordPage, type TabKey } from "@/components/delegates/record-page";
import { RecordPart } from "@/components/delegates/record-parts";
import { LinkButton } from "@/components/ui/button";
import { PrintFooter } from "@/components/ui/print-footer";
import { onRegister } from "@/lib/delegates/flow";
import { may, openTo } from "@/lib/delegates/policy";
import { getDelegate, getNeighbours, listChanges } from "@/lib/delegates/queries";
import { recordFilters } from "@/lib/delegates/filters";
import { formatInstant, now } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireStaff } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "代表档案" };

const PATH = "/manage/delegates";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  const asked = recordFilters.parse(await searchParams);
  const tabs: TabKey[] = may(actor, "readHistory", d) ? ["basic", "mandate", "changes"] : ["basic", "mandate"];
  const tab = tabs.includes(asked.tab) ? asked.tab : "basic";
  const here = `${PATH}/${d.id}`;
  const neighbours = onRegister.includes(d.status) ? await getNeighbours(actor, d) : null;
  const reveals = may(actor, "revealMobile", d) || may(actor, "revealIdNumber", d);
  const acts = (
    <>
      {openTo(actor, d).length > 0 ? <LinkButton href={`${here}/status`}>变更状态</LinkButton> : null}
      {may(actor, "edit", d) ? <LinkButton href={`${here}/edit`} variant="primary">修改资料</LinkButton> : null}
    </>
  );
  return (
    <>
      <RecordPage path={PATH} d={d} neighbours={neighbours} tab={tab} tabs={tabs} acts={acts} {...(reveals ? { reveal: `${here}/reveal` } : {})}>
        {tab === "changes" ? <ChangeTable path={here} found={await listChanges(actor, d, asked.page)} page={asked.page} /> : <RecordPart d={d} part={tab} />}
      </RecordPage>
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </>
  );
}
