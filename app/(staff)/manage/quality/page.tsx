import type { Metadata } from "next";
import { FlawGroups } from "@/components/quality/flaw-groups";
import { TermChoice } from "@/components/quality/term-choice";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { may as mayDelegate } from "@/lib/delegates/policy";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { countFlaws, getQualityFrame, listTermChoices } from "@/lib/quality/queries";
import { qualityFilters } from "@/lib/quality/schema";

export const metadata: Metadata = { title: "数据质量" };

const PATH = "/manage/quality";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const { term } = qualityFilters.parse(await searchParams);
  const frame = await forPage(actor, getQualityFrame(actor, term));
  const crumb = [{ label: "代表" }, { label: "数据质量" }];
  const mends = mayDelegate(actor, "create", { committeeId: actor.committeeId });
  if (!frame) return <><PageHead crumb={crumb} title="数据质量" /><Card><Empty title="还没有届次" why="建立届次并导入花名册后，在这里检查资料的缺漏和矛盾。" {...(mends ? { next: { href: "/manage/terms", label: "建立届次" } } : {})} /></Card></>;
  const [counts, terms] = await Promise.all([countFlaws(actor, frame), listTermChoices(actor)]);
  const query = term ? `?term=${frame.termId}` : "";
  return (
    <>
      <PageHead crumb={crumb} title="数据质量" small={frame.termName} acts={<>{mends ? <LinkButton href="/manage/quality/merges">合并与认定</LinkButton> : null}<TermChoice path={PATH} terms={terms} termId={frame.termId} /></>} />
      {counts.checked === 0 ? (
        <Card><Empty title="这一届还没有可检查的代表" why={mends ? "导入或新增代表后，在这里检查资料的缺漏和矛盾。" : "组织部登记本单位选出的代表后，在这里检查。"} {...(mends ? { next: { href: "/manage/delegates/import", label: "导入花名册" } } : {})} /></Card>
      ) : (
        <>
          <p className="mb-3 text-ink-2">已检查在册代表 <b className="num">{counts.checked.toLocaleString("en")}</b> 人。点数字看名单；一人可有几项，各项人数不能相加。{mends ? "" : "发现问题的，请联系组织部经办改正。"}</p>
          <FlawGroups counts={counts} hrefOf={(kind) => `${PATH}/${kind}${query}`} />
        </>
      )}
    </>
  );
}
