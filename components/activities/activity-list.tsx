import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { hrefWith } from "@/components/ui/href";
import { ListBar } from "@/components/ui/list-bar";
import { Pager, RangeText } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { kindNames, shelfNames, stateNames } from "@/lib/activities/labels";
import { PAGE, shelfOf, type ActivityRow } from "@/lib/activities/queries";
import { paramsOf, shelves, type ActivityFilters } from "@/lib/activities/schema";
import { ActivityTable } from "./activity-table";

type Props = { path: string; filters: ActivityFilters; rows: readonly ActivityRow[]; total: number; counts: readonly number[]; units: readonly { id: string; name: string }[]; plans?: boolean };

const choices = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** The list of activities at `path` with its filters: what is coming first, then what is over. */
export function ActivityList({ path, filters, rows, total, counts, units, plans = false }: Props) {
  const params = paramsOf(filters);
  const href = (show: (typeof shelves)[number]) => hrefWith(path, { ...params, month: undefined }, { show: show === "coming" ? undefined : show });
  const narrowed = [filters.state, filters.kind, filters.month, filters.unit, filters.q].some((value) => value !== undefined);
  const why = narrowed ? "可以减少条件后再查。" : plans ? "拟定活动并发布后，列入名单的代表会收到通知。" : "有活动时列在这里。";
  return (
    <>
      <FilterBar path={path} keep={{ show: params.show }}>
        <Field name="q" label="名称或地点"><Input type="search" defaultValue={filters.q} maxLength={100} /></Field>
        <Field name="kind" label="类别"><Select options={choices(kindNames)} empty="全部类别" defaultValue={filters.kind ?? ""} /></Field>
        <Field name="state" label="状态"><Select options={choices(stateNames)} empty="全部状态" defaultValue={filters.state ?? ""} /></Field>
        <Field name="month" label="月份"><Input type="month" defaultValue={filters.month} placeholder="如 2026-03" /></Field>
        {units.length > 1 ? <Field name="unit" label="组织单位"><Select options={units.map(({ id, name }) => ({ value: id, label: name }))} empty="全部单位" defaultValue={filters.unit ?? ""} /></Field> : null}
      </FilterBar>
      <Card bare>
        <Tabs label="按时间" current={href(shelfOf(filters))} items={shelves.map((show, i) => ({ href: href(show), label: shelfNames[show], ...(counts[i] === undefined ? {} : { count: counts[i] }) }))} />
        <ListBar><RangeText total={total} page={filters.page} size={PAGE} unit="次" /></ListBar>
        {rows.length === 0 ? <Empty title={narrowed ? "没有符合条件的活动" : filters.show === "over" ? "还没有结束的活动" : "没有将要举行的活动"} why={why} {...(plans && !narrowed ? { next: { href: "/manage/activities/new", label: "拟定活动" } } : {})} /> : <ActivityTable rows={rows} base={path} />}
        <Pager path={path} params={params} total={total} page={filters.page} size={PAGE} unit="次" sizes={[]} />
      </Card>
    </>
  );
}
