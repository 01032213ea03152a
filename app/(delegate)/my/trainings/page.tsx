import type { Metadata } from "next";
import { NoMandate } from "@/components/delegates/own-parts";
import { PhonePage } from "@/components/shell/delegate-shell";
import { OwnTarget, OwnTrainings } from "@/components/trainings/hours-parts";
import { hrefWith } from "@/components/ui/href";
import { Notice } from "@/components/ui/notice";
import { Tabs } from "@/components/ui/tabs";
import { findByActivity } from "@/lib/certificates/queries";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { listYears } from "@/lib/duties/own-queries";
import { today } from "@/lib/platform/clock";
import { requireDelegate } from "@/lib/platform/guards";
import { listOwnHours } from "@/lib/trainings/hours-queries";
import { HOURS_RULE } from "@/lib/trainings/labels";
import { hoursFilters } from "@/lib/trainings/schema";

export const metadata: Metadata = { title: "培训学时和证书" };

const PATH = "/my/trainings";

export default async function Page({ searchParams }: PageProps<"/my/trainings">) {
  const actor = await requireDelegate();
  const { year = today().slice(0, 4) } = hoursFilters.parse(await searchParams);
  const [d, years] = await Promise.all([getOwnDelegate(actor), listYears(actor)]);
  if (!d) return <PhonePage title="培训学时和证书" back="/my"><NoMandate /></PhonePage>;
  const of = await listOwnHours(actor, year, d.unitId);
  const certificates = await findByActivity(actor, of.rows.flatMap(({ activityId }) => activityId ?? []));
  return (
    <PhonePage title="培训学时和证书" back="/my">
      {years.length > 1 ? <div className="mb-4"><Tabs label="按年份" current={hrefWith(PATH, { year }, {})} items={years.map((y) => ({ href: hrefWith(PATH, { year: y }, {}), label: `${y}年` }))} /></div> : null}
      <OwnTarget of={of} year={year} />
      <OwnTrainings rows={of.rows} certificates={certificates} year={year} />
      <div className="mt-4"><Notice title="怎样计学时和发证">{HOURS_RULE}每个场次都到会并取得全部学时的培训，由组织部发给培训证书。</Notice></div>
    </PhonePage>
  );
}
