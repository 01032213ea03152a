"use client";
import Link from "next/link";
import { BatchBar } from "@/components/ui/batch-bar";
import { Button, LinkButton } from "@/components/ui/button";
import { Figure, Figures } from "@/components/ui/figure";
import { hrefWith, type Params } from "@/components/ui/href";
import { ListBar } from "@/components/ui/list-bar";
import { RangeText } from "@/components/ui/pager";
import { Tag } from "@/components/ui/tag";
import { standingNames, standingTones, type DelegateStanding } from "@/lib/delegate-accounts/labels";
import type { DelegateAccountRow } from "@/lib/delegate-accounts/queries";
import type { Active } from "@/lib/delegates/active-filters";
import { AccountRows, type ShownAccount } from "./account-rows";

type Counts = Record<DelegateStanding, number>;
const ORDER = ["none", "first", "expired", "active", "disabled"] as const satisfies readonly DelegateStanding[];

/** How many delegates of the list are in each standing; each number leads to exactly the rows it counts. */
export function StandingFigures({ path, params, counts }: { path: string; params: Params; counts: Counts }) {
  return (
    <div className="mb-3"><Figures label="账号状态">
      {ORDER.map((standing) => <Figure key={standing} label={standingNames[standing]} value={counts[standing]} unit="人" href={hrefWith(path, params, { account: standing })} behind="查看" />)}
    </Figures></div>
  );
}

/** What narrows the list, each to be taken off by itself. */
export function Conditions({ path, params, active }: { path: string; params: Params; active: readonly Active[] }) {
  const standing = params.account as DelegateStanding | undefined;
  const all = [
    ...(standing ? [{ name: "account", text: `账号状态：${standingNames[standing]}` }] : []), ...active.map(({ name, label, value }) => ({ name: String(name), text: `${label}：${value}` })),
  ];
  if (all.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2 border-b border-line px-4 py-2" aria-label="正在使用的条件">
      {all.map(({ name, text }) => <li key={name}><Link className="tag blue" prefetch={false} href={hrefWith(path, params, { [name]: undefined })}>{text}<span aria-hidden="true">×</span><span className="sr">，去掉这个条件</span></Link></li>)}
    </ul>
  );
}

export function StandingTag({ standing, until }: Pick<DelegateAccountRow, "standing" | "until">) {
  return <><Tag tone={standingTones[standing]} mark>{standingNames[standing]}</Tag>{until ? <span className="num ml-2 text-13 text-ink-3">初始口令有效至 {until}</span> : null}</>;
}

type Props = { path: string; params: Readonly<Record<string, string>>; rows: readonly DelegateAccountRow[]; counts: Counts; range: { total: number; page: number; size: number } };

/** The ticked rows, or with one press the whole list, taken to the page before the act. A plain GET form: it works without scripts. */
export function AccountList({ path, params, rows, counts, range }: Props) {
  const next = `${path}/new`;
  const { page: _page, size: _size, ...rest } = params;
  const waiting = counts.first + counts.expired;
  const { pick: within, ...filters } = rest;
  return (
    <form method="get" action={next}>
      {Object.entries({ ...filters, within }).map(([name, value]) => (value ? <input key={name} type="hidden" name={name} value={value} /> : null))}
      <input type="hidden" name="pick" value="none" />
      <ListBar aside={(
        <div className="flex flex-wrap items-center gap-2">
          {counts.none > 0 ? <LinkButton small href={hrefWith(next, rest, { kind: "open", account: "none" })}>为没有账号的 {counts.none} 人开通</LinkButton> : null}
          {waiting > 0 ? <LinkButton small href={hrefWith(next, rest, { kind: "renew", account: undefined })}>为未登录的 {waiting} 人换发口令</LinkButton> : null}
        </div>
      )}><RangeText {...range} unit="人" /></ListBar>
      <BatchBar name="pick" unit="人" total={range.total}>
        <Button small name="kind" value="open">开通账号</Button>
        <Button small name="kind" value="renew">换发初始口令</Button>
      </BatchBar>
      <AccountRows rows={rows.map((row): ShownAccount => [row.id, row.name, row.delegation, row.unit, row.username, row.standing, row.until, row.lastOn, row.other])} />
    </form>
  );
}
