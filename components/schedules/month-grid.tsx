import Link from "next/link";
import "./schedules.css";
import { activityPage } from "@/lib/schedules/labels";
import type { Day } from "@/lib/schedules/month";
import type { Entry } from "@/lib/schedules/queries";
import type { Role } from "@/lib/platform/actor";
import { entryWords } from "./words";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];
const shown = 3;

type Props = { weeks: readonly Day[][]; entries: ReadonlyMap<string, Entry[]>; today: string; role: Role; listOf: (on: string) => string; caption: string };

/** The month as a table; a day with more than three entries leads to its list. */
export function MonthGrid({ weeks, entries, today, role, listOf, caption }: Props) {
  return (
    <table className="month">
      <caption className="sr">{caption}</caption>
      <thead><tr>{WEEKDAYS.map((day) => <th key={day} scope="col"><span className="sr">星期</span>{day}</th>)}</tr></thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.on}>
            {week.map((day) => {
              const of = entries.get(day.on) ?? [];
              return (
                <td key={day.on} className={`${day.inMonth ? "" : "out"} ${day.mark === "休" || (day.weekend && day.mark !== "班") ? "off" : ""}`} aria-current={day.on === today ? "date" : undefined}>
                  <div className="month-day"><b>{Number(day.on.slice(8))}</b>{day.mark ? <span>{day.mark}</span> : null}{day.holiday ? <span className="holiday">{day.holiday}</span> : null}</div>
                  {of.slice(0, shown).map((entry) => (
                    <Link key={entry.key} className={`month-entry ${entry.draft ? "draft" : entry.what ? "reply" : ""}`} href={activityPage(role, entry.activityId)} prefetch={false}><b>{entry.time}</b> {entryWords(entry)}</Link>
                  ))}
                  {of.length > shown ? <Link className="month-entry reply" href={listOf(day.on)} prefetch={false}>共 {of.length} 项</Link> : null}
                  {of.length > 0 ? <Link className="month-some" href={listOf(day.on)} prefetch={false}>{of.length} 项</Link> : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
