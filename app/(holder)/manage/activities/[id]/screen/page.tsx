import type { Metadata } from "next";
import Link from "next/link";
import { forbidden, notFound } from "next/navigation";
import { QrCode } from "@/components/attendances/qr-code";
import { halfDay, spanOf } from "@/components/attendances/session-words";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { screenCode } from "@/lib/attendances/codes";
import { may } from "@/lib/attendances/policy";
import { getHeldActivity } from "@/lib/attendances/queries";
import { screenParams } from "@/lib/attendances/schema";
import { countSigned, windowFor } from "@/lib/attendances/sign-in-queries";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "签到屏幕" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** For the room: no menu, read anew with each new code, also without scripts. */
export default async function Page({ params, searchParams }: Props) {
  const actor = await requireStaff();
  const activity = await forPage(actor, getHeldActivity(actor, (await params).id));
  if (!may(actor, "mark", activity)) forbidden();
  const at = now();
  const { session: asked } = screenParams.parse(await searchParams);
  const session = activity.sessions.find((s) => s.id === asked) ?? activity.sessions.find((s) => s.endsAt >= at) ?? activity.sessions.at(-1);
  if (!session || activity.state === "DRAFT" || activity.state === "CANCELLED") notFound();
  const [counted, window] = await Promise.all([countSigned(actor, { activityId: activity.id, sessionId: session.id }), windowFor(actor, session, activity.unitId)]);
  const running = activity.state !== "ARCHIVED" && (window.open || (session.signOut && at >= session.startsAt && at <= session.endsAt));
  const { token, digits, left } = screenCode(session.id, at);
  const here = `/manage/activities/${activity.id}`;
  return (
    <main id="main" tabIndex={-1} className="mx-auto flex min-h-screen max-w-[80rem] flex-col gap-4 p-6">
      <AutoRefresh seconds={left + 1} />
      <header>
        <h1 className="text-[2rem] font-semibold">{activity.title}</h1>
        <p className="mt-1 text-[1.25rem]">第 {session.position} 场　{halfDay(session.startsAt)}　<span className="num">{spanOf(session)}</span>　{session.place ?? activity.place}</p>
      </header>
      {running ? (
        <div className="grid flex-1 items-center gap-8 md:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
          <QrCode text={`${env().APP_URL.replace(/\/$/, "")}/my/sign-in/${session.id}?code=${token}`} label="签到二维码，每 30 秒更换" />
          <div>
            <p className="text-[1.25rem]">用微信或浏览器扫码签到；不便扫码的，登录后在“签到”中输入</p>
            <p className="num my-3 text-[4rem] leading-none font-semibold tracking-[0.1em]">{digits.slice(0, 3)} {digits.slice(3)}</p>
            <p className="text-ink-2">码每 30 秒更换，只用于这一场，须本人签到。</p>
            <p className="mt-6 text-[2rem]" role="status">已签到 <b className="num">{counted.signed}</b> 人 <small className="text-ink-2">名单 <span className="num">{counted.listed}</span> 人</small></p>
          </div>
        </div>
      ) : <p className="flex-1 text-[1.5rem]" role="status">{activity.state === "ARCHIVED" ? "出席名单已确认，签到已结束。" : `签到时间 ${window.from.slice(0, 10)} ${window.from.slice(11)} 至 ${window.to.slice(11)}，现在不能签到。`}已签到 <b className="num">{counted.signed}</b> 人。</p>}
      <footer className="flex flex-wrap gap-4">
        <Link className="py-1" href={`${here}/attendance`} prefetch={false}>返回到会登记</Link>
        {activity.sessions.length > 1 ? activity.sessions.map((s) => <Link className="py-1" key={s.id} href={`${here}/screen?session=${s.id}`} prefetch={false} aria-current={s.id === session.id ? "page" : undefined}>第 {s.position} 场　{halfDay(s.startsAt)}</Link>) : null}
      </footer>
    </main>
  );
}
