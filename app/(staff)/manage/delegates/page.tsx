import type { Metadata } from "next";
import { AsOfNotice } from "@/components/delegates/as-of-notice";
import { periodOf } from "@/components/delegates/period";
import { RosterList } from "@/components/delegates/roster-list";
import { shownRoster } from "@/components/delegates/shown-roster";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { ViewBar } from "@/components/saved-views/view-bar";
import { PageHead } from "@/components/ui/page-head";
import { delegateFilters, hrefOf, listOf } from "@/lib/delegates/filters";
import { may } from "@/lib/delegates/policy";
import { getRosterFrame, listDelegates, listRosterChoices, withinTerm } from "@/lib/delegates/queries";
import { today } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireStaff } from "@/lib/platform/guards";
import { listViews } from "@/lib/saved-views/queries";

export const metadata: Metadata = { title: "花名册" };

const PATH = "/manage/delegates";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const params = await searchParams;
  const asked = delegateFilters.parse(params);
  const frame = await forPage(actor, getRosterFrame(actor, asked, today()));
  const exports = may(actor, "export", { committeeId: actor.committeeId });
  const keeps = may(actor, "create", { committeeId: actor.committeeId });
  const crumb = [{ label: "代表" }, { label: "花名册" }];
  if (!frame) return <><PageHead crumb={crumb} title="花名册" /><Empty title="还没有届次" why="花名册按届管理。建立届次并设为现任后，就可以导入代表。" {...(keeps ? { next: { href: "/manage/terms", label: "建立届次" } } : {})} /></>;
  const choices = await forPage(actor, listRosterChoices(actor, frame.termId, asked.unit, asked.asOf));
  const filters = withinTerm(asked, choices);
  const [found, views] = await Promise.all([listDelegates(actor, filters, frame), listViews(actor, "delegates")]);
  const term = asked.term ? `?term=${frame.termId}` : "";
  const acts = (
    <>
      {keeps && filters.order === "manual" && !frame.asOf ? <LinkButton href={hrefOf(`${PATH}/order`, { term: asked.term, delegation: filters.delegation })}>调整次序</LinkButton> : null}
      {keeps ? <LinkButton href={`${PATH}/import${term}`}>导入</LinkButton> : null}
      {exports ? <LinkButton href={hrefOf(`${PATH}/export`, { ...filters, page: 1, size: 50 })}>导出</LinkButton> : null}
      {exports ? <LinkButton href={hrefOf(`${PATH}/forms`, { ...filters, page: 1, size: 50 })}>登记表</LinkButton> : null}
      <LinkButton href={hrefOf(`${PATH}/print`, { ...filters, page: 1, size: 50 })}>打印</LinkButton>
      {keeps ? <LinkButton href={`${PATH}/new${term}`} variant="primary">新增代表</LinkButton> : null}
    </>
  );
  const batch = [
    ...(keeps && !frame.asOf ? [{ href: `${PATH}/move`, label: "调整编排" }, { href: `${PATH}/numbers`, label: "编证号" }] : []),
    ...(keeps && !frame.asOf && !asked.term ? [{ href: `${PATH}/accounts`, label: "登录账号" }] : []),
    ...(!frame.asOf && !asked.term ? [{ href: "/messages/new", label: "发通知" }] : []),
    ...(exports ? [{ href: `${PATH}/export`, label: "导出" }, { href: `${PATH}/forms`, label: "登记表" }] : []), { href: `${PATH}/print`, label: "打印" },
  ];
  return (
    <>
      <PageHead crumb={crumb} title="花名册" small={`${frame.termName}\u3000${periodOf(frame.startsOn, frame.endsOn)}`} acts={acts} />
      <AsOfNotice params={params} asOf={frame.asOf} />
      <RosterList path={PATH} {...shownRoster(filters, found, choices)} batch={batch} views={<ViewBar path={PATH} query={listOf({ ...filters, page: 1 })} views={views} save={hrefOf(`${PATH}/views`, { ...filters, page: 1, pick: undefined })} />} {...(keeps ? { start: { href: `${PATH}/import${term}`, label: "导入花名册" } } : {})} />
    </>
  );
}
