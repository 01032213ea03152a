import { Notice } from "@/components/ui/notice";
import { markNames } from "@/lib/activities/labels";
import type { OwnSession } from "@/lib/attendances/sign-in-queries";
import { formatInstant } from "@/lib/platform/clock";
import { halfDay, spanOf, timeOf } from "./session-words";

/** When, where and which session it is. */
export function SessionFacts({ of: { session } }: { of: OwnSession }) {
  return (
    <dl className="describe">
      <div><dt>场次</dt><dd>第 {session.position} 场　{halfDay(session.startsAt)}{session.title ? `　${session.title}` : ""}</dd></div>
      <div><dt>时间</dt><dd className="num">{spanOf(session)}</dd></div>
      <div><dt>地点</dt><dd>{session.place ?? session.activity.place}</dd></div>
    </dl>
  );
}

/** How the reader stands at this session: signed at what time, entered by the office, or from when one may sign. */
export function OwnStanding({ of }: { of: OwnSession }) {
  const { mark, window, session } = of;
  if (mark?.signedAt) {
    const out = mark.signedOutAt ? `已于 ${timeOf(mark.signedOutAt)} 签退${mark.leftEarly ? "，早退" : ""}。` : session.signOut ? `这一场须签退，结束后请再扫一次屏幕上的码，${formatInstant(window.outTo).slice(11)} 截止。` : null;
    return (
      <div className="notice done" role="status">
        <b className="text-[1.25rem]">已签到 {timeOf(mark.signedAt)}{mark.mark === "LATE" ? "（迟到）" : ""}</b>
        {out ? <div className="mt-1">{out}</div> : null}
      </div>
    );
  }
  if (mark) return <Notice title={`会务人员已登记：${markNames[mark.mark]}`}>登记有误的，请与会务人员联系。</Notice>;
  return <Notice title={`签到时间：${timeOf(window.from)}–${timeOf(window.to)}`}>{`开始 ${session.activity.lateAfter} 分钟后签到算迟到。请扫会场屏幕上的码，或输入屏幕上的 6 位数字。`}</Notice>;
}
