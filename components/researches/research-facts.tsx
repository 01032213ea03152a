import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Empty } from "@/components/ui/empty";
import { Tag } from "@/components/ui/tag";
import { spanOf } from "@/lib/activities/sessions";
import { displayName } from "@/lib/platform/chinese/name";
import { stopNames } from "@/lib/researches/labels";
import type { ResearchRecord } from "@/lib/researches/queries";

/** What is looked into, by whom, when: as everybody who may know of it reads it. */
export function ResearchFacts({ of, columns }: { of: ResearchRecord; columns?: "two" }) {
  return (
    <Describe {...(columns ? { columns } : {})} items={[
      { term: "课题", value: of.topic, full: true }, { term: "时间", value: <span className="num">{spanOf(of)}</span> }, { term: "集合地点", value: of.place }, { term: "组织单位", value: of.unitName }, { term: "代表小组", value: of.groupName },
      { term: "组长", value: of.leaderName ? displayName(of.leaderName) : null }, { term: "联合", value: of.joint.length > 0 ? `与${of.joint.join("、")}联合` : "不是联合调研" },
      ...(of.inside && of.guests.length > 0 ? [{ term: "会外人员", value: of.guests.map((g) => `${displayName(g.name)}（${g.kindName}${g.organization ? `，${g.organization}` : ""}）`).join("、"), full: true }] : []),
    ]} />
  );
}

/** The stops in their order. */
export function RouteCard({ of, next }: { of: ResearchRecord; next?: { href: string; label: string } }) {
  return (
    <Card title="路线" aside={of.stops.length > 0 ? `${of.stops.length} 站` : null} bare>
      {of.stops.length === 0 ? <Empty title="还没有编排路线" why="路线由组织单位在调研举行前编排；所见按调研点记录。" {...(next ? { next } : {})} /> : (
        <ol className="rows mt-1">
          {of.stops.map((stop, i) => (
            <li key={stop.id} className="px-[16px] py-[12px] lg:px-[20px]">
              <p className="flex flex-wrap items-baseline gap-2"><span className="num text-ink-3">{i + 1}</span><b>{stop.name}</b><Tag>{stopNames[stop.kind]}</Tag>{of.inside && stop.findings > 0 ? <span className="num text-ink-3">所见 {stop.findings} 条</span> : null}</p>
              {stop.address ? <p className="text-ink-2">{stop.address}</p> : null}
              {stop.note ? <p className="whitespace-pre-line break-words text-ink-2">{stop.note}</p> : null}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
