import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { EndingGrants } from "@/components/delegates/ending-grants";
import { DeathForm, ProposeForm } from "@/components/terminations/propose-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { delegateFlow } from "@/lib/delegates/flow";
import { statusNames } from "@/lib/delegates/labels";
import { listBack, STAFF_LIST, withBack } from "@/lib/delegates/list-back";
import { getDelegate } from "@/lib/delegates/queries";
import { unitGrantsEnding } from "@/lib/delegates/unit-grants-queries";
import { displayName } from "@/lib/platform/chinese/name";
import { today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { effects } from "@/lib/terminations/labels";
import { may } from "@/lib/terminations/policy";
import { listTerminationsOf } from "@/lib/terminations/queries";

export const metadata: Metadata = { title: "终止代表资格" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  if (!may(actor, "propose", d)) forbidden();
  const records = may(actor, "record", d);
  const { act, back: asked } = await searchParams;
  const death = records && act === "record";
  const back = listBack(asked);
  const here = withBack(`${STAFF_LIST}/${d.id}`, back);
  const name = displayName(d.person.name);
  const title = death ? "登记去世" : "提出终止代表资格";
  const head = <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: back }, { label: name, href: here }, { label: title }]} title={title} small={`${name}\u3000现为“${statusNames[d.status]}”`} />;
  if (!delegateFlow.next(d.status, "TERMINATE")) return <>{head}<Empty title="现在不能终止资格" why={`这名代表的状态是“${statusNames[d.status]}”。只有在任或暂停履职的代表，才有资格可以终止。`} next={{ href: here, label: "返回代表档案" }} /></>;
  const open = (await listTerminationsOf(actor, d.id)).find((t) => t.state === "PROPOSED");
  if (open && !death) return <>{head}<Empty title="已有一件待党委决定" why="同一名代表不能同时有两件。请先办结已提出的那一件。" next={{ href: `/manage/terminations/${open.id}`, label: "查看已提出的一件" }} /></>;
  return (
    <>
      {head}
      <Card className="max-w-3xl">
        <p className="mb-4 text-ink-2">{death ? effects.record : effects.propose}</p>
        {death ? <EndingGrants grants={await unitGrantsEnding(actor, d)} when="登记后" /> : null}
        {death ? <DeathForm back={here} delegateId={d.id} today={today()} /> : <ProposeForm back={here} delegateId={d.id} today={today()} records={records} />}
      </Card>
      {records && !death ? <p className="mt-3 text-ink-3">代表去世的，不必提出。<LinkButton href={withBack(`${STAFF_LIST}/${d.id}/terminate?act=record`, back)} variant="plain">登记去世</LinkButton></p> : null}
    </>
  );
}
