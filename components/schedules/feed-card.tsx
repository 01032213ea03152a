import { OneButton } from "@/components/accounts/one-button";
import { Card } from "@/components/ui/card";
import { subscribeSchedule, unsubscribeSchedule } from "@/lib/schedules/actions";

type Props = { feed: { address: string; since: string; readAt: string | null } | null };

/** The address for a phone's own calendar: opened, shown to its owner, replaced and closed here. */
export function FeedCard({ feed }: Props) {
  return (
    <Card title="订阅到手机日历" id="feed" className="mt-3">
      <p className="text-ink-2">手机和电脑的日历可以凭一个专用地址读取您的日程，有变动自动更新。拿到地址的人不用登录就能看到活动的名称、时间和地点，请不要转发；地址泄露时可以更换或停用。</p>
      {feed ? (
        <>
          <div className="field mt-3"><label htmlFor="feed-address">日程地址</label><input className="input" id="feed-address" readOnly value={feed.address} /></div>
          <p className="mt-1 text-ink-3">{feed.since} 启用；{feed.readAt ? `最近一次读取：${feed.readAt}` : "还没有日历读取过"}。在手机日历中选“添加订阅日历”，粘贴以上地址。</p>
          <div className="mt-3 flex flex-wrap gap-2"><OneButton action={subscribeSchedule} label="更换地址" small /><OneButton action={unsubscribeSchedule} label="停用订阅" small /></div>
        </>
      ) : <div className="mt-3"><OneButton action={subscribeSchedule} label="启用订阅" /></div>}
    </Card>
  );
}
