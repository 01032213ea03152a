import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { hrefWith } from "@/components/ui/href";
import { ListBar } from "@/components/ui/list-bar";
import { Pager, RangeText } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { stateNames, stateTones } from "@/lib/activities/labels";
import { spanOf } from "@/lib/activities/sessions";
import { displayName } from "@/lib/platform/chinese/name";
import { today } from "@/lib/platform/clock";
import { reportNames, reportTones, shelfNames } from "@/lib/researches/labels";
import { PAGE, type ResearchRow } from "@/lib/researches/list-queries";
import { paramsOf, shelves, type ResearchFilters } from "@/lib/researches/schema";

function StateTag({ row }: { row: ResearchRow }) {
  return row.reportState ? <Tag tone={reportTones[row.reportState]}>{row.reportState === "DRAFT" ? "报告撰写中" : reportNames[row.reportState]}</Tag> : <Tag tone={stateTones[row.state]}>{stateNames[row.state]}</Tag>;
}

const columns = [{ label: "调研", className: "who" }, { label: "时间" }, { label: "代表小组" }, { label: "组织单位" }, { label: "组长" }, { label: "状态" }, { label: "采纳" }, { label: "批示", align: "right" as const }];

type Props = { path: string; /** Where one is opened. */ page: (id: string) => string; filters: ResearchFilters; rows: readonly ResearchRow[]; total: number; counts: readonly number[]; groups: readonly { id: string; name: string }[]; plans?: boolean };

/** The list of researches with its filters; each shelf says how many it holds. */
export function ResearchList({ path, page, filters, rows, total, counts, groups, plans = false }: Props) {
  const params = paramsOf(filters);
  const href = (show: (typeof shelves)[number]) => hrefWith(path, params, { show: show === "all" ? undefined : show });
  const narrowed = filters.year !== undefined || filters.group !== undefined || filters.q !== undefined || filters.show !== "all";
  const year = Number(today().slice(0, 4));
  const years = [...new Set([filters.year, ...Array.from({ length: 6 }, (_, i) => String(year + 1 - i))].filter((y) => y !== undefined))];
  return (
    <>
      <FilterBar path={path} keep={{ show: params.show }}>
        <Field name="q" label="名称、课题或地点"><Input type="search" defaultValue={filters.q} maxLength={100} /></Field>
        <Field name="year" label="年度"><Select options={years.map((value) => ({ value, label: `${value} 年` }))} empty="全部年度" defaultValue={filters.year ?? ""} /></Field>
        {groups.length > 0 ? <Field name="group" label="代表小组"><Select options={groups.map(({ id, name }) => ({ value: id, label: name }))} empty="全部小组" defaultValue={filters.group ?? ""} /></Field> : null}
      </FilterBar>
      <Card bare>
        <Tabs label="按进展" current={href(filters.show)} items={shelves.map((show, i) => ({ href: href(show), label: shelfNames[show], ...(counts[i] === undefined ? {} : { count: counts[i] }) }))} />
        <ListBar><RangeText total={total} page={filters.page} size={PAGE} unit="次" /></ListBar>
        {rows.length === 0 ? <Empty title={narrowed ? "没有符合条件的调研" : "还没有调研"} why={narrowed ? "可以减少条件后再查。" : plans ? "拟定调研、编排路线并发布后，列入名单的代表会收到通知。" : "有调研时列在这里。"} {...(plans && !narrowed ? { next: { href: "/manage/researches/new", label: "拟定调研" } } : {})} /> : (
          <Table caption="调研视察" columns={columns}>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="who"><Link href={page(row.id)} prefetch={false}>{row.title}</Link></th>
                <td className="num">{spanOf(row)}</td><td className="wide">{row.groupName ?? "—"}</td><td className="wide">{row.unitName}</td><td>{row.leaderName ? displayName(row.leaderName) : "—"}</td>
                <td><StateTag row={row} /></td><td className="wide">{row.adoptedBy ? `${row.adoptedBy}，${row.adoptionPaper ?? ""}` : "—"}</td><td className="num r">{row.remarks}</td>
              </tr>
            ))}
          </Table>
        )}
        <Pager path={path} params={params} total={total} page={filters.page} size={PAGE} unit="次" sizes={[]} />
      </Card>
    </>
  );
}

/** The own researches, or the reports open to all, one a row on the phone. */
export function OwnResearches({ rows, label, open }: { rows: readonly ResearchRow[]; label: string; open: boolean }) {
  return (
    <ul className="card rows" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link href={`/my/researches/${row.id}`} prefetch={false} className="block px-[16px] py-[12px] lg:px-[20px]">
            <span className="flex flex-wrap items-baseline justify-between gap-2"><b className="text-blue underline">{row.title}</b><StateTag row={row} /></span>
            <span className="num block text-base text-ink-3">{spanOf(row)}</span>
            {open && row.adoptedBy ? <span className="block text-base text-ink-2">{row.adoptedBy}采纳，{row.adoptionPaper}</span> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}
