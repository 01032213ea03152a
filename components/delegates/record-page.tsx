import Link from "next/link";
import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { Tabs } from "@/components/ui/tabs";
import type { DelegateRecord } from "@/lib/delegates/queries";
import { withBack } from "@/lib/delegates/list-back";
import { displayName } from "@/lib/platform/chinese/name";
import { periodOf } from "./period";
import { StatusRail } from "./status-rail";
import { SummaryCard } from "./summary-card";

export const tabNames = { basic: "基本信息", mandate: "任职与代表", changes: "变动与修改记录" } as const;
export type TabKey = keyof typeof tabNames;

type Neighbours = { place: number; total: number; previous: string | null; next: string | null };

type Props = {
  path: string;
  /** The list the record was opened from, with its search. */
  back: string;
  d: DelegateRecord;
  /** Only while the delegate stands on the register. */
  neighbours: Neighbours | null;
  tab: TabKey;
  tabs: readonly TabKey[];
  /** What the delegate is in the delegation and group. */
  posts?: readonly { id: string; place: string; title: string }[];
  reveal?: string;
  /** The file the delegate was taken in by, for those who may know. */
  source?: ReactNode;
  photoForm?: ReactNode;
  acts?: ReactNode;
  /** The papers the statuses rest on, for those who may read them. */
  papers?: { href: string; count: number };
  /** The ledger of duties, as far as the reader sees it. */
  duties?: { href: string; count: number };
  /** Those the delegate keeps in touch with. */
  contacts?: { href: string; count: number };
  /** Under the history of the mandate. */
  beside?: ReactNode;
  children: ReactNode;
};

function Place({ path, back, n }: { path: string; back: string; n: Neighbours }) {
  const to = (id: string | null, label: string) => (id ? <Link href={withBack(`${path}/${id}`, back)} prefetch={false} className="ml-3 inline-block py-1">{label}</Link> : <span className="muted ml-3">{label}</span>);
  return <p className="num no-print text-13 text-ink-3">花名册第 {n.place} 人，共 {n.total} 人{to(n.previous, "上一人")}{to(n.next, "下一人")}</p>;
}

/** One delegate: the summary at the left, the collection form in tabs, the mandate's history at the right. */
export function RecordPage({ path, back, d, neighbours, tab, tabs, posts, reveal, source, photoForm, acts, papers, duties, contacts, beside, children }: Props) {
  const here = `${path}/${d.id}`;
  const href = (key: TabKey) => withBack(key === "basic" ? here : `${here}?tab=${key}`, back);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <Breadcrumb items={[{ label: "代表" }, { label: "花名册", href: back }, { label: displayName(d.person.name) }]} />
        <div className="flex flex-wrap items-center gap-x-4">
          {back === path ? null : <Link href={back} prefetch={false} className="no-print py-1 text-13">返回名单</Link>}
          {neighbours ? <Place path={path} back={back} n={neighbours} /> : null}
        </div>
      </div>
      <div className="head">
        <h1>代表档案<small>{d.term.name}　{periodOf(d.term.startsOn.toISOString(), d.term.endsOn.toISOString())}</small></h1>
        {acts ? <div className="acts">{acts}</div> : null}
      </div>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[14.5rem_minmax(0,1fr)]">
        <SummaryCard d={d} posts={posts} reveal={reveal} photoForm={photoForm} />
        <Card bare>
          <Tabs items={tabs.map((key) => ({ href: href(key), label: tabNames[key] }))} current={href(tab)} label="档案内容" />
          {tab === "changes" ? children : (
            <div className="flex flex-wrap overflow-hidden">
              <div className="min-w-0 flex-[999_1_28rem] p-5">{children}</div>
              <aside className="-mt-px -ml-px flex-[1_1_14rem] border-t border-l border-line p-4" aria-label="资格与任职"><h3 className="mb-3 font-semibold">资格与任职</h3><StatusRail d={d} source={source} />{papers ? <p className="mt-2 text-13"><Link href={papers.href} prefetch={false} className="underline">依据附件</Link><span className="num text-ink-3">　{papers.count} 份</span></p> : null}{duties ? <p className="mt-2 text-13"><Link href={duties.href} prefetch={false} className="underline">履职记录</Link><span className="num text-ink-3">　{duties.count} 条</span></p> : null}{contacts ? <p className="mt-2 text-13"><Link href={contacts.href} prefetch={false} className="underline">联系对象</Link><span className="num text-ink-3">　{contacts.count} 个</span></p> : null}{beside}</aside>
            </div>
          )}
        </Card>
      </div>
    </>
  );
}
