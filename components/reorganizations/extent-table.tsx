import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { roleNames } from "@/lib/accounts/labels";
import { hrefOf } from "@/lib/delegates/filters";
import { statusNames } from "@/lib/delegates/labels";
import { displayName } from "@/lib/platform/chinese/name";
import type { GrantOn, Head, Staying } from "@/lib/reorganizations/extent-queries";
import type { Extent, Party } from "@/lib/reorganizations/queries";

const FIRST = 5;
const COLUMNS = [{ label: "事项" }, { label: "数量", align: "right" as const }, { label: "名单" }, { label: "办理后" }];

type Named = { key: string; name: string; href?: string };

/** The first five by name, each leading to its record, and how many more. */
function Names({ of, unit }: { of: readonly Named[]; unit: string }) {
  return <>{of.slice(0, FIRST).map(({ key, name, href }, i) => <span key={key}>{i > 0 ? "、" : ""}{href ? <Link href={href} prefetch={false}>{name}</Link> : name}</span>)}{of.length > FIRST ? ` 等 ${of.length} ${unit}` : ""}</>;
}

function Line({ what, where = [], count, href, unit, names, then }: { what: string; where?: readonly string[]; count: number; href?: string; unit: string; names: readonly Named[]; then: ReactNode }) {
  const figure = `${count} ${unit}`;
  return <tr><td className="who">{what}{where.map((line) => <small className="block font-normal text-ink-3" key={line}>{line}</small>)}</td><td className="r num">{href ? <a href={href} className="underline">{figure}</a> : figure}</td><td className="wide"><Names of={names} unit={unit} /></td><td className="wide">{then}</td></tr>;
}

const person = (d: { id: string; name: string }, base: string): Named => ({ key: d.id, name: displayName(d.name), href: `${base}/${d.id}` });

/** Heads by unit and term, for each leads to another list. */
function groupsOf(heads: readonly Head[]): Head[][] {
  const groups = new Map<string, Head[]>();
  for (const d of heads) groups.set(`${d.unitId} ${d.termId}`, [...(groups.get(`${d.unitId} ${d.termId}`) ?? []), d]);
  return [...groups.values()];
}

function HeadLines({ heads, names, to, whole }: { heads: readonly Head[]; names: ReadonlyMap<string, string>; to: string; whole: boolean }) {
  return groupsOf(heads).map((group) => {
    const [{ unitId, termId, termName }] = group as [Head];
    return <Line key={`${unitId} ${termId}`} what="在册代表" where={[names.get(unitId) ?? "", termName]} count={group.length} unit="名" {...(whole ? { href: hrefOf("/manage/delegates", { term: termId, unit: unitId }) } : {})} names={group.map((d) => person(d, "/manage/delegates"))} then={`选举单位改为${to}`} />;
  });
}

function grantLines(grants: readonly GrantOn[], to: string) {
  const named = (list: readonly GrantOn[]) => list.map((g) => ({ key: g.id, name: `${displayName(g.name)}（${roleNames[g.role]}${g.stopped ? "，账号已停用" : ""}）` }));
  const [moved, dropped] = [grants.filter((g) => !g.held), grants.filter((g) => g.held)];
  return (
    <>
      {moved.length > 0 ? <Line what="账号授权" count={moved.length} unit="项" names={named(moved)} then={`改为${to}，看得到它和它的下级；现有登录全部退出`} /> : null}
      {dropped.length > 0 ? <Line what="重复的账号授权" count={dropped.length} unit="项" names={named(dropped)} then={`在${to}已有同样的角色，收回这一项；现有登录全部退出`} /> : null}
    </>
  );
}

/** What goes over, in counts that lead to their rows and the first names; `whole` when all heads of a unit go, so that its list is exactly them. */
export function ExtentTable({ extent, parties, to, whole }: { extent: Extent; parties: readonly Party[]; to: string; whole: boolean }) {
  const names = new Map(parties.map((u) => [u.id, u.name]));
  const { heads, naming, below, grants, seats, cases } = extent;
  return (
    <Card title="转移的内容" bare>
      <Table caption="转移的内容" columns={COLUMNS}>
        {heads.length > 0 ? <HeadLines heads={heads} names={names} to={to} whole={whole} /> : <Line what="在册代表" count={0} unit="名" names={[]} then="没有在册代表" />}
        {naming.length > 0 ? <Line what="对应的代表团" count={naming.length} unit="个" names={naming.map((d) => ({ key: d.id, name: d.name, href: `/manage/terms/${d.termId}/delegations/${d.id}` }))} then={`对应的选举单位改为${to}`} /> : null}
        {below.length > 0 ? <Line what="下级党组织" count={below.length} unit="个" names={below.map((u) => ({ key: u.id, name: u.name, href: `/manage/units/${u.id}` }))} then={`连同它们的全部下级改隶到${to}`} /> : null}
        {grantLines(grants, to)}
        {seats.length > 0 ? <Line what="待补选的缺额" count={seats.length} unit="个" names={seats.map((v) => person(v, "/manage/vacancies"))} then={`改由${to}补选`} /> : null}
        {cases.length > 0 ? <Line what="待决定的资格终止" count={cases.length} unit="件" names={cases.map((c) => person(c, "/manage/terminations"))} then={`转到${to}名下继续办理`} /> : null}
      </Table>
    </Card>
  );
}

/** What stays under the old name, each count leading to exactly those. */
export function StayingTable({ staying, parties }: { staying: readonly Staying[]; parties: readonly Party[] }) {
  const names = new Map(parties.map((u) => [u.id, u.name]));
  if (staying.length === 0) return null;
  return (
    <Card title="保留在原单位名下的" aside="历届和已离任的代表，资料不变" bare>
      <Table caption="保留在原单位名下的代表" columns={[{ label: "届次" }, { label: "原单位" }, { label: "状态" }, { label: "人数", align: "right" }]}>
        {staying.map(({ unitId, termId, status, termName, count }) => (
          <tr key={`${unitId} ${termId} ${status}`}><td className="who">{termName}</td><td>{names.get(unitId)}</td><td>{statusNames[status]}</td><td className="r num"><a className="underline" href={hrefOf("/manage/delegates", { term: termId, unit: unitId, status })}>{count} 名</a></td></tr>
        ))}
      </Table>
    </Card>
  );
}
