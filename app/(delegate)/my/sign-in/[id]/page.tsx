import type { Metadata } from "next";
import { OwnStanding, SessionFacts } from "@/components/attendances/own-session";
import { SignForm } from "@/components/attendances/sign-form";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Notice } from "@/components/ui/notice";
import { notExpected, refusals, wrongNames } from "@/lib/attendances/labels";
import { signParams } from "@/lib/attendances/schema";
import { getOwnSession, openNow } from "@/lib/attendances/sign-in-queries";
import { requireDelegate } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "签到" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireDelegate();
  const of = await forPage(actor, getOwnSession(actor, (await params).id));
  const { code, refused } = signParams.parse(await searchParams);
  const out = of.participation ? notExpected[of.participation.state] : refusals.notListed;
  const act = out ? null : openNow(of);
  return (
    <PhonePage title="签到" back="/my/sign-in">
      <div className="stack">
        <h2 className="text-[1.25rem] font-semibold">{of.session.activity.title}</h2>
        {refused && act ? <div role="alert"><Notice tone="danger" title={wrongNames[refused]} /></div> : null}
        {out ? <Notice tone="warn" title={out} /> : <OwnStanding of={of} />}
        <section className="card"><div className="body"><SessionFacts of={of} /></div></section>
        {act ? <section className="card"><div className="body"><SignForm key={refused ?? act} sessionId={of.session.id} act={act} {...(code && !refused ? { code } : {})} /></div></section> : null}
      </div>
    </PhonePage>
  );
}
