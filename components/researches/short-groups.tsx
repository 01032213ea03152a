import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { ShortGroup } from "@/lib/researches/list-queries";

type Props = { year: string; rows: readonly ShortGroup[]; least: number; source: string; groups: number };

/** Groups that have held fewer researches than the rule asks for in a year; one tap plans the next. */
export function ShortGroups({ year, rows, least, source, groups }: Props) {
  return (
    <Card title={`${year} 年次数不足的代表小组`} id="short" aside={groups > 0 ? `${rows.length} 个，共 ${groups} 个小组` : null} bare>
      <p className="p-[16px] lg:px-[20px] text-ink-2">每个代表小组每年至少举行 {least} 次（{source}）。只计登记已举行的调研，按承担的小组计。</p>
      {rows.length === 0 ? <p className="px-[16px] pb-[16px] lg:px-[20px] text-ink-3">{groups === 0 ? "现任届次还没有代表小组。" : "各小组都已达到。"}</p> : (
        <Table caption="次数不足的代表小组" columns={[{ label: "代表小组", className: "who" }, { label: "已举行", align: "right" }, { label: "还差", align: "right" }, { label: <span className="sr">操作</span>, key: "act", className: "no-print" }]}>
          {rows.map((group) => (
            <tr key={group.id}>
              <th scope="row" className="who">{group.name}</th>
              <td className="num r">{group.held > 0 ? <Link className="underline" href={`/manage/researches?year=${year}&group=${group.id}`} prefetch={false} aria-label={`${group.name}，${year} 年的调研`}>{group.held}</Link> : 0}</td>
              <td className="num r">{least - group.held}</td>
              <td className="no-print"><Link className="underline" href={`/manage/researches/new?group=${group.id}`} prefetch={false} aria-label={`为${group.name}拟定调研`}>拟定调研</Link></td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}
