import type { Metadata } from "next";
import { UnitCommitForm } from "@/components/unit-imports/unit-commit-form";
import { UnitImportResult } from "@/components/unit-imports/unit-import-result";
import { UnitPreview } from "@/components/unit-imports/unit-preview";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { pageTitles, stepNames } from "@/lib/unit-imports/labels";
import { countsOf } from "@/lib/unit-imports/check";
import { findSameUnits, getUnitCheck, getUnitImport } from "@/lib/unit-imports/queries";
import { previewParams } from "@/lib/unit-imports/schema";

export const metadata: Metadata = { title: "导入党组织" };

export default async function Page({ params, searchParams }: PageProps<"/manage/units/import/[id]">) {
  const actor = await requireOffice();
  const { id } = await params;
  const batch = await forPage(actor, getUnitImport(actor, id));
  const check = batch.state === "CHECKED" ? await getUnitCheck(actor, id) : null;
  const step = batch.state === "DONE" ? { current: stepNames.length + 1 } : check ? { current: 3 } : { current: 3, stopped: true };
  const head = <PageHead crumb={[{ label: "党组织", href: "/manage/units" }, { label: "导入", href: "/manage/units/import" }, { label: batch.fileName }]} title={pageTitles[batch.state]} acts={<Steps items={stepNames} {...step} />} />;
  if (!check) return <>{head}<UnitImportResult batch={batch} /></>;
  const { show, page } = previewParams.parse(await searchParams);
  const counts = countsOf(check.rows);
  const same = await findSameUnits(actor, batch);
  return (
    <>
      {head}
      {same ? <div className="mb-3"><Notice title="这个文件以前导入过">再次导入不会重复：已有且相同的党组织保持不变。</Notice></div> : null}
      <UnitPreview id={id} fileName={batch.fileName} check={check} counts={counts} show={show ?? (counts.ERROR > 0 ? "trouble" : "all")} page={page} />
      <div className="mt-3"><UnitCommitForm id={id} counts={counts} mark={check.mark} /></div>
    </>
  );
}
