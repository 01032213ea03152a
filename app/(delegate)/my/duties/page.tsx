import type { Metadata } from "next";
import { NoMandate } from "@/components/delegates/own-parts";
import { OwnDuties, OwnYear, ReturnedDuties } from "@/components/duties/own-ledger";
import { PhonePage } from "@/components/shell/delegate-shell";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { Notice } from "@/components/ui/notice";
import { Pager } from "@/components/ui/pager";
import { Row, Rows } from "@/components/ui/rows";
import { Tabs } from "@/components/ui/tabs";
import { countKept } from "@/lib/contacts/queries";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { kindNames, stateNames } from "@/lib/duties/labels";
import { getOwnYear, listYears } from "@/lib/duties/own-queries";
import { listDuties, PAGE } from "@/lib/duties/queries";
import { dutyFilters } from "@/lib/duties/schema";
import { today } from "@/lib/platform/clock";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "我的履职" };

const PATH = "/my/duties";

export default async function Page({ searchParams }: PageProps<"/my/duties">) {
  const actor = await requireDelegate();
  const { kind, state, page, year = today().slice(0, 4) } = dutyFilters.parse(await searchParams);
  const narrowed = kind !== undefined || state !== undefined;
  const [d, years, of, { rows, total }, returned] = await Promise.all([
    getOwnDelegate(actor), listYears(actor), getOwnYear(actor, year), listDuties(actor, { kind, state, page, year }), narrowed ? null : listDuties(actor, { state: "REJECTED", page: 1 }),
  ]);
  if (!d) return <PhonePage title="我的履职" back="/my"><NoMandate /></PhonePage>;
  const kept = narrowed ? 0 : await countKept(actor, d.id);
  const title = [kind ? kindNames[kind] : "", state === "disputed" ? "有异议" : state ? stateNames[state] : ""].filter(Boolean).join("，");
  return (
    <PhonePage title={narrowed ? title : "我的履职"} back={narrowed ? hrefWith(PATH, { year }, {}) : "/my"}>
      {narrowed ? <p className="text-ink-2">{year}年，共 {total} 条。</p> : (
        <>
          {d.status === "ACTIVE" ? <LinkButton href={`${PATH}/new`} variant="primary" wide>记一笔履职</LinkButton> : null}
          {returned && returned.rows.length > 0 ? <ReturnedDuties rows={returned.rows} /> : null}
          {years.length > 1 ? <div className="mt-4"><Tabs label="按年份" current={hrefWith(PATH, { year }, {})} items={years.map((y) => ({ href: hrefWith(PATH, { year: y }, {}), label: `${y}年` }))} /></div> : null}
          <div className="mt-4"><Rows label="联系党员群众"><Row href="/my/contacts" label="联系对象" value={`${kept} 个`} /></Rows></div>
          <OwnYear of={of} href={(more) => hrefWith(PATH, { year }, more)} />
        </>
      )}
      {rows.length > 0 ? <OwnDuties rows={rows} /> : <section className="card mt-4"><Empty title={narrowed ? "没有符合条件的记录" : `${year}年还没有履职记录`} why="您填报的、联络员代填的、活动自动记录的履职，都列在这里。" /></section>}
      <Pager path={PATH} params={{ kind, state, year }} total={total} page={page} size={PAGE} unit="条" sizes={[]} />
      {narrowed ? null : <div className="mt-4"><Notice title="怎样计入">组织部审核通过的计入履职。退回的请修改后再次提交。</Notice></div>}
    </PhonePage>
  );
}
