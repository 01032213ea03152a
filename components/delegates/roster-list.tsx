"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { BatchBar } from "@/components/ui/batch-bar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { ListBar } from "@/components/ui/list-bar";
import { Pager, RangeText } from "@/components/ui/pager";
import { SortLinks } from "@/components/ui/sort-links";
import { readColumns } from "@/lib/delegates/columns";
import { orderNames } from "@/lib/delegates/labels";
import type { RosterChoices } from "@/lib/delegates/queries";
import { activeFilters, type Active } from "@/lib/delegates/active-filters";
import { ColumnChooser } from "./column-chooser";
import { RosterFilter } from "./roster-filter";
import { unpacked } from "./packed-rows";
import { RosterTable } from "./roster-table";

type Params = Readonly<Record<string, string>>;

type Props = {
  path: string;
  /** The filters as they stand in the address, defaults left out. */
  params: Params;
  choices: RosterChoices;
  asksForMore: boolean;
  found: { rows: string; total: number; page: number; size: number };
  /** What to do when the term has nobody yet. */
  start?: { href: string; label: string };
  /** What can be done with those who are ticked; none, and nobody can be. */
  batch?: readonly { href: string; label: string }[];
  /** Saved views, above the list. */
  views?: ReactNode;
};

const orders = Object.entries(orderNames).map(([value, label]) => ({ value, label }));

function Chips({ active, path, params }: { active: readonly Active[]; path: string; params: Params }) {
  if (active.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2 border-b border-line px-4 py-2" aria-label="正在使用的条件">
      {active.map(({ name, label, value }) => (
        <li key={name}><Link className="tag blue" prefetch={false} href={hrefWith(path, params, { [name]: undefined })}>{label}：{value}<span aria-hidden="true">×</span><span className="sr">，去掉这个条件</span></Link></li>
      ))}
    </ul>
  );
}

function Nobody({ path, params, active, start }: { path: string; params: Params; active: boolean; start: Props["start"] }) {
  const reset = hrefWith(path, { term: params.term, cols: params.cols, order: params.order, size: params.size }, {});
  if (active) return <Empty title="没有符合条件的代表" why="请减少条件，或核对姓名、尾号后再查。" next={{ href: reset, label: "重置条件" }} />;
  return <Empty title="花名册里还没有代表" why={start ? "可以用 Excel 花名册一次导入，也可以逐人新增。" : "组织部登记代表后，在这里查看。"} {...(start ? { next: start } : {})} />;
}

/** The rows in a form of their own, so that who is ticked goes along to what is done with them; "none" says that nobody was. */
function Ticked({ params, batch, total, children }: { params: Params; batch: NonNullable<Props["batch"]>; total: number; children: ReactNode }) {
  const kept = Object.entries(params).filter(([name]) => name !== "pick" && name !== "page" && name !== "size");
  return (
    <form method="get" action={batch[0]?.href}>
      {kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <input type="hidden" name="pick" value="none" />
      {params.pick ? <input type="hidden" name="within" value={params.pick} /> : null}
      <BatchBar name="pick" unit="人" total={total}>{batch.map(({ href, label }) => <Button key={href} small formAction={href}>{label}</Button>)}</BatchBar>
      {children}
    </form>
  );
}

/**
 * The roster: search, conditions at work, orders, columns, rows and pages, all kept in the address. Drawn on the server
 * and told to the browser as bare data: as elements the same fifty rows would weigh four times as much.
 */
export function RosterList({ path, params, choices, asksForMore, found: { rows, ...range }, start, batch, views }: Props) {
  const table = (shown: Parameters<typeof RosterTable>[0]["shown"]) => <RosterTable path={path} back={hrefWith(path, params, { page: params.page, pick: undefined })} rows={unpacked(rows)} shown={shown} caption="花名册" pick={Boolean(batch)} />;
  const active = activeFilters(params, choices);
  const shown = readColumns(params.cols);
  return (
    <>
      <RosterFilter path={path} filters={params} choices={choices} asksForMore={asksForMore} />
      {views}
      <Card bare>
        <ListBar aside={<div className="flex flex-wrap items-center gap-x-4"><SortLinks path={path} params={params} options={orders} current={params.order ?? "stroke"} /><ColumnChooser path={path} params={params} shown={shown} /></div>}>
          <RangeText {...range} unit="人" />
        </ListBar>
        <Chips active={active} path={path} params={params} />
        {range.total === 0 ? <Nobody path={path} params={params} active={active.length > 0} start={start} /> : (
          <>
            {batch ? <Ticked params={params} batch={batch} total={range.total}>{table(shown)}</Ticked> : table(shown)}
            <Pager path={path} params={params} {...range} unit="人" />
          </>
        )}
      </Card>
    </>
  );
}
