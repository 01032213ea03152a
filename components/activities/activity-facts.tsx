import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Table } from "@/components/ui/table";
import { entryNames, fieldNames, kindNames } from "@/lib/activities/labels";
import type { ActivityRecord } from "@/lib/activities/queries";
import { spanOf } from "@/lib/activities/sessions";
import { formatInstant } from "@/lib/platform/clock";

const lines = (text: string | null) => (text ? <span className="whitespace-pre-line">{text}</span> : null);

/** What an activity is, as everybody who may know of it reads it. */
export function ActivityFacts({ of }: { of: ActivityRecord }) {
  return (
    <Card title="活动内容">
      <Describe columns="two" items={[
        { term: "时间", value: <span className="num">{spanOf(of)}</span> }, { term: fieldNames.place ?? "", value: of.place }, { term: fieldNames.kind ?? "", value: kindNames[of.kind] }, { term: fieldNames.entry ?? "", value: entryNames[of.entry] },
        { term: fieldNames.unit ?? "", value: of.unitName }, { term: fieldNames.contact ?? "", value: of.contact },
        ...(of.entry === "OBLIGATION" ? [] : [{ term: of.entry === "ENROLMENT" ? "报名截止" : "答复截止", value: of.replyBy ? <span className="num">{formatInstant(of.replyBy)}</span> : null }]),
        ...(of.entry === "ENROLMENT" ? [{ term: fieldNames.capacity ?? "", value: of.capacity === null ? "不限" : `${of.capacity} 人` }] : []),
        { term: fieldNames.summary ?? "", value: lines(of.summary), full: true }, { term: fieldNames.agenda ?? "", value: lines(of.agenda), full: true },
      ].filter(({ term, value }) => term !== fieldNames.agenda || value !== null)} />
    </Card>
  );
}

const columns = [{ label: "场次" }, { label: "时间" }, { label: "内容" }, { label: "地点" }, { label: "学时", align: "right" as const }];

export function SessionTable({ of }: { of: ActivityRecord }) {
  return (
    <Card title="场次" aside={`${of.sessions.length} 场，共 ${of.sessions.reduce((sum, s) => sum + s.hours, 0)} 学时`}>
      <Table caption="场次" columns={columns}>
        {of.sessions.map((s) => (
          <tr key={s.id}>
            <td className="num">{s.position}</td><td className="num">{spanOf(s)}</td><td className="wide">{[s.title, s.speaker].filter(Boolean).join("，") || "—"}{s.signOut ? "（须签退）" : ""}</td><td className="wide">{s.place ?? of.place}</td><td className="num r">{s.hours}</td>
          </tr>
        ))}
      </Table>
    </Card>
  );
}
