import type { Metadata } from "next";
import { OwnCorrections } from "@/components/corrections/own-rows";
import { NoMandate, OwnMandate } from "@/components/delegates/own-parts";
import { daysIn } from "@/components/delegates/period";
import { PhonePage } from "@/components/shell/delegate-shell";
import { NeedRow, Row, Rows, SectionHead } from "@/components/ui/rows";
import { listCorrections } from "@/lib/corrections/queries";
import { correctionFilters } from "@/lib/corrections/schema";
import { getOwnWord } from "@/lib/delegates/own-queries";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "首页" };

export default async function Page() {
  const actor = await requireDelegate();
  const [d, returned] = await Promise.all([getOwnDelegate(actor), listCorrections(actor, correctionFilters.parse({ state: "RETURNED" }))]);
  const word = d?.status === "ACTIVE" ? await getOwnWord(actor, d) : null;
  const toConfirm = word !== null && word.confirmed === null;
  const todo = (toConfirm ? 1 : 0) + returned.total;
  return (
    <PhonePage home="/my">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h1>{d?.person.name ?? actor.name}代表，您好</h1>
        {d ? <p className="num text-base text-ink-3">{daysIn(d.term.startsOn, d.term.endsOn)}</p> : null}
      </div>
      {todo > 0 ? <SectionHead title="待办" note={`${todo} 件`} /> : null}
      {toConfirm ? <ul className="card rows mb-3" aria-label="年度确认"><NeedRow href="/my/profile" kind={`${word.year} 年`} title="确认登记资料无误" from="组织部" act="去核对" /></ul> : null}
      {returned.total > 0 ? <OwnCorrections rows={returned.rows} /> : null}
      {d ? <OwnMandate d={d} /> : <NoMandate />}
      <SectionHead title="常用" />
      <Rows label="常用">
        <Row label="修改口令" href="/account/password" />
        <Row label="登录设备" href="/account/sessions" />
      </Rows>
    </PhonePage>
  );
}
