import type { Metadata } from "next";
import { DutyCommitForm } from "@/components/duty-imports/duty-commit-form";
import { DutyImportResult } from "@/components/duty-imports/duty-import-result";
import { DutyPreview } from "@/components/duty-imports/duty-preview";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { countsOf } from "@/lib/duty-imports/check";
import { pageTitles, stepNames } from "@/lib/duty-imports/labels";
import { findSameDuties, getDutyCheck, getDutyImport } from "@/lib/duty-imports/queries";
import { previewParams } from "@/lib/duty-imports/schema";

export const metadata: Metadata = { title: "导入履职记录" };

export default async function Page({ params, searchParams }: PageProps<"/manage/duties/import/[id]">) {
  const actor = await requireOffice();
  const { id } = await params;
  const batch = await forPage(actor, getDutyImport(actor, id));
  const check = batch.state === "CHECKED" ? await getDutyCheck(actor, id) : null;
  const step = batch.state === "DONE" ? { current: stepNames.length + 1 } : check ? { current: 3 } : { current: 3, stopped: true };
  const head = <PageHead crumb={[{ label: "履职记录", href: "/manage/duties" }, { label: "导入", href: "/manage/duties/import" }, { label: batch.fileName }]} title={pageTitles[batch.state]} acts={<Steps items={stepNames} {...step} />} />;
  if (!check) return <>{head}<DutyImportResult batch={batch} /></>;
  const { show, page } = previewParams.parse(await searchParams);
  const counts = countsOf(check.rows);
  const same = await findSameDuties(actor, batch);
  return (
    <>
      {head}
      {same ? <div className="mb-3"><Notice title="这个文件以前导入过">再次导入不会重复：系统中已有的不再写入。</Notice></div> : null}
      <DutyPreview id={id} fileName={batch.fileName} check={check} counts={counts} show={show ?? (counts.ERROR + counts.DOUBLE > 0 ? "trouble" : "all")} page={page} />
      <div className="mt-3"><DutyCommitForm id={id} counts={counts} mark={check.mark} /></div>
    </>
  );
}
