"use client";
import { Checkbox } from "@/components/ui/choice";
import { useControl } from "@/components/ui/form-context";
import { Table } from "@/components/ui/table";
import type { NoticeDay } from "@/lib/calendars/built-in";
import { readNotice } from "@/lib/calendars/notice";

const monthDay = (on: string): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`;

/** Days off of one holiday as runs, for the reader: 2月15日至23日 says more than nine dates. */
function spans(days: readonly NoticeDay[]): string {
  const runs: [string, string][] = [];
  for (const { on } of days) {
    const last = runs.at(-1);
    if (last && Date.parse(on) - Date.parse(last[1]) === 86_400_000) last[1] = on;
    else runs.push([on, on]);
  }
  return runs.map(([from, to]) => (from === to ? monthDay(from) : `${monthDay(from)}至${monthDay(to)}`)).join("、");
}

/** A year's notice, one holiday a row. */
export function NoticeTable({ days }: { days: readonly NoticeDay[] }) {
  const names = [...new Set([...days.filter((day) => day.kind === "HOLIDAY"), ...days].map((day) => day.name))];
  return (
    <Table caption="放假安排" columns={[{ label: "节日", className: "who" }, { label: "放假" }, { label: "天数", align: "right" }, { label: "调休上班" }]} compact>
      {names.map((name) => {
        const [off, on] = (["HOLIDAY", "MAKE_UP"] as const).map((kind) => days.filter((day) => day.name === name && day.kind === kind)) as [NoticeDay[], NoticeDay[]];
        return <tr key={name}><th scope="row" className="who">{name}</th><td>{spans(off) || "—"}</td><td className="r">{off.length}</td><td>{spans(on) || "—"}</td></tr>;
      })}
    </Table>
  );
}

/** What was read from the text that came back with the form, to be looked at and confirmed before it is kept; nothing before. */
export function ReadBack() {
  const [text, year, confirm] = [useControl("text"), useControl("year"), useControl("confirm")];
  if (confirm.errors.length === 0) return null;
  return <><div className="mb-4"><NoticeTable days={readNotice(String(text.typed ?? ""), Number(year.typed)).days} /></div><Checkbox name="confirm" label="已核对读出的日期" /></>;
}
