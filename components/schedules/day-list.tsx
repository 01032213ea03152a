import Link from "next/link";
import "./schedules.css";
import { Tag } from "@/components/ui/tag";
import { kindNames, participationNames } from "@/lib/activities/labels";
import type { Role } from "@/lib/platform/actor";
import { formatDateLong } from "@/lib/platform/clock";
import { activityPage } from "@/lib/schedules/labels";
import type { Day } from "@/lib/schedules/month";
import type { Entry } from "@/lib/schedules/queries";
import { entryWords } from "./words";

const weekday = (on: string): string => "日一二三四五六".charAt(new Date(`${on}T00:00:00Z`).getUTCDay());

/** The days of a month with something on them, each with its entries and its mark of the holiday notice. */
export function DayList({ days, entries, today, role }: { days: readonly Day[]; entries: ReadonlyMap<string, Entry[]>; today: string; role: Role }) {
  return days.filter((day) => day.inMonth && entries.has(day.on)).map((day) => (
    <section key={day.on} aria-labelledby={`d-${day.on}`}>
      <h2 className="day-head" id={`d-${day.on}`}>{formatDateLong(day.on)} 星期{weekday(day.on)}{day.mark ? <span>{day.mark}</span> : null}{day.on === today ? <Tag tone="blue">今天</Tag> : null}</h2>
      {(entries.get(day.on) ?? []).map((entry) => (
        <div className="day-entry" key={entry.key}>
          <time>{entry.until ? `${entry.time}—${entry.until}` : entry.time}</time>
          <div>
            <Link href={activityPage(role, entry.activityId)} prefetch={false}>{entryWords(entry)}</Link>
            <p>{[kindNames[entry.kind], entry.place].filter(Boolean).join(" · ")}{entry.state ? <> <Tag tone={entry.state === "INVITED" ? "amber" : "plain"}>{participationNames[entry.state]}</Tag></> : null}</p>
          </div>
        </div>
      ))}
    </section>
  ));
}
