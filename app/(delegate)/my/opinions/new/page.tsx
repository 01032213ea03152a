import type { Metadata } from "next";
import { GiveForm } from "@/components/opinions/opinion-forms";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { kindNames, refusals } from "@/lib/opinions/labels";
import { getOwnOccasion, listOccasions } from "@/lib/opinions/occasion-queries";
import { newParams } from "@/lib/opinions/schema";
import { formatDateLong } from "@/lib/platform/clock";
import { requireDelegate } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { LinkButton } from "@/components/ui/button";

export const metadata: Metadata = { title: "提出意见" };

export default async function Page({ searchParams }: PageProps<"/my/opinions/new">) {
  const actor = await requireDelegate();
  const { activity } = newParams.parse(await searchParams);
  if (!activity) {
    const occasions = await listOccasions(actor);
    return (
      <PhonePage title="提出意见" back="/my/opinions">
        {occasions.length > 0 ? <div className="grid gap-3">{occasions.map(({ id, title }) => <LinkButton key={id} href={`/my/opinions/new?activity=${id}`} wide>{`就“${title}”提出意见`}</LinkButton>)}</div> : <section className="card"><Empty title="现在没有可以提出意见的活动" why="列席会议、参加民主评议会以后的几个工作日内，可以提出意见。" next={{ href: "/my/opinions", label: "返回会后意见" }} /></section>}
      </PhonePage>
    );
  }
  const occasion = await forPage(actor, getOwnOccasion(actor, activity));
  const back = `/my/activities/${activity}`;
  if (!occasion || occasion.why) return <PhonePage title="提出意见" back={back}><section className="card"><Empty title="现在不能提出意见" why={occasion?.why ?? refusals.notGathered} next={{ href: back, label: "返回活动" }} /></section></PhonePage>;
  return (
    <PhonePage title="提出意见" back={back}>
      <Card title={occasion.of.title}>
        <p className="mb-4 text-ink-2">{kindNames[occasion.gathers]}，{formatDateLong(occasion.until)}前可以提出。提交后由组织部交有关单位办理，承办单位只看到内容，看不到您的姓名。</p>
        <GiveForm activityId={activity} back={back} />
      </Card>
    </PhonePage>
  );
}
