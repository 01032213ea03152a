import type { Metadata } from "next";
import Link from "next/link";
import { OwnStanding, SessionFacts } from "@/components/attendances/own-session";
import { SignForm } from "@/components/attendances/sign-form";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Empty } from "@/components/ui/empty";
import { listOwnToday, openNow } from "@/lib/attendances/sign-in-queries";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "签到" };

export default async function Page() {
  const actor = await requireDelegate();
  const today = await listOwnToday(actor);
  return (
    <PhonePage title="签到" back="/my">
      {today.length === 0 ? <section className="card"><Empty title="今天没有要签到的活动" why="受邀、报名或应当参加的活动，当天会列在这里。" next={{ href: "/my", label: "返回首页" }} /></section> : null}
      <div className="stack">
        {today.map((of) => {
          const act = openNow(of);
          return (
            <section className="card" key={of.session.id} aria-labelledby={`s-${of.session.id}`}>
              <header><h2 id={`s-${of.session.id}`}><Link href={`/my/sign-in/${of.session.id}`} prefetch={false}>{of.session.activity.title}　第 {of.session.position} 场</Link></h2></header>
              <div className="body stack"><SessionFacts of={of} /><OwnStanding of={of} />{act ? <SignForm sessionId={of.session.id} act={act} /> : null}</div>
            </section>
          );
        })}
      </div>
    </PhonePage>
  );
}
