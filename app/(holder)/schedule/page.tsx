import type { Metadata } from "next";
import { DayList } from "@/components/schedules/day-list";
import { FeedCard } from "@/components/schedules/feed-card";
import { MonthGrid } from "@/components/schedules/month-grid";
import { RolePage } from "@/components/tasks/role-page";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { hrefWith } from "@/components/ui/href";
import { PrintFooter } from "@/components/ui/print-footer";
import { Tabs } from "@/components/ui/tabs";
import { kindNames } from "@/lib/activities/labels";
import { listNotices } from "@/lib/calendars/queries";
import { formatInstant, formatMonth, now, today } from "@/lib/platform/clock";
import { requireRole } from "@/lib/platform/guards";
import { viewNames, type ScheduleView } from "@/lib/schedules/labels";
import { monthAfter, weeksOf } from "@/lib/schedules/month";
import { scheduledRoles } from "@/lib/schedules/policy";
import { getFeed, listMonth, MOST, type Entry } from "@/lib/schedules/queries";
import { scheduleFilters } from "@/lib/schedules/schema";

export const metadata: Metadata = { title: "日程" };

const PATH = "/schedule";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireRole(...scheduledRoles);
  const filters = scheduleFilters.parse(await searchParams);
  const { month, kind, mine } = filters;
  const view = filters.view ?? (actor.role === "DELEGATE" ? "list" : "month");
  const [{ entries, more }, notices, feed] = await Promise.all([listMonth(actor, filters), listNotices(actor), getFeed(actor)]);
  const [weeks, on] = [weeksOf(month, notices), today()];
  const byDay = new Map<string, Entry[]>();
  for (const entry of entries) byDay.set(entry.on, [...(byDay.get(entry.on) ?? []), entry]);
  const kept = { month, view, kind, mine };
  const to = (changed: Record<string, string | undefined>) => hrefWith(PATH, kept, changed);
  const own = actor.role === "DELEGATE" || actor.role === "UNIT_LIAISON";
  return (
    <RolePage role={actor.role} title="日程" small={`${formatMonth(month)}，共 ${entries.length} 项`} back="/my"
      acts={<><LinkButton href={to({ month: monthAfter(month, -1) })}>上月</LinkButton><LinkButton href={to({ month: undefined })}>本月</LinkButton><LinkButton href={to({ month: monthAfter(month, 1) })}>下月</LinkButton></>}>
      <FilterBar path={PATH} keep={{ view }}>
        <Field name="month" label="月份"><Input type="month" defaultValue={month} min="2000-01" max="2099-12" /></Field>
        <Field name="kind" label="类别"><Select defaultValue={kind ?? ""} empty="全部" options={Object.entries(kindNames).map(([value, label]) => ({ value, label }))} /></Field>
        {own ? <Field name="mine" label="范围"><Select defaultValue={mine ?? ""} empty="全部" options={[{ value: "1", label: actor.role === "DELEGATE" ? "本人参加的" : "本单位代表参加的" }]} /></Field> : null}
      </FilterBar>
      <Card bare>
        <Tabs label="样式" current={to({ view })} items={(Object.keys(viewNames) as ScheduleView[]).map((one) => ({ href: to({ view: one }), label: viewNames[one] }))} />
        {more ? <p className="px-4 py-2 text-ink-2">本月场次较多，只列前 {MOST} 场。请按类别查看。</p> : null}
        {view === "month" ? <MonthGrid weeks={weeks} entries={byDay} today={on} role={actor.role} caption={`${formatMonth(month)}日程`} listOf={(day) => `${to({ view: "list" })}#d-${day}`} />
          : entries.length > 0 ? <DayList days={weeks.flat()} entries={byDay} today={on} role={actor.role} /> : <Empty title={kind || mine ? "没有符合条件的日程" : `${formatMonth(month)}没有日程`} why="活动发布后，各场的时间、地点和答复截止时间会列在这里。" />}
      </Card>
      <FeedCard feed={feed} />
      <PrintFooter by={actor.name} at={formatInstant(now())} />
    </RolePage>
  );
}
