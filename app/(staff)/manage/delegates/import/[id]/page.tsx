import { CommitForm } from "@/components/roster-imports/commit-form";
import { ImportHead } from "@/components/roster-imports/import-head";
import { ImportProgress } from "@/components/roster-imports/import-progress";
import { ImportResult } from "@/components/roster-imports/import-result";
import { Preview } from "@/components/roster-imports/preview";
import { Notice } from "@/components/ui/notice";
import { today } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireOffice } from "@/lib/platform/guards";
import { findSameFile, getChecked, getImport, getPlaces, listRemarked } from "@/lib/roster-imports/queries";
import { previewParams } from "@/lib/roster-imports/schema";
import { getTerm } from "@/lib/terms/queries";

export const metadata = { title: "核对导入内容" };

const titles = { UPLOADED: "核对导入内容", CHECKING: "核对导入内容", CHECKED: "核对导入内容", COMMITTING: "写入花名册" } as Record<string, string>;
const steps = { UPLOADED: 3, CHECKING: 3, CHECKED: 3, COMMITTING: 4 } as Record<string, number>;

export default async function Page({ params, searchParams }: PageProps<"/manage/delegates/import/[id]">) {
  const actor = await requireOffice();
  const { id } = await params;
  const batch = await forPage(actor, getImport(actor, id));
  const term = await getTerm(actor, batch.termId);
  const head = <ImportHead title={titles[batch.state] ?? "导入结果"} small={`导入到${term.name}`} step={steps[batch.state] ?? 5} />;
  if (batch.state === "UPLOADED" || batch.state === "CHECKING" || batch.state === "COMMITTING") return <>{head}<ImportProgress batch={batch} /></>;
  const checked = batch.state === "CHECKED" ? await getChecked(actor, id) : null;
  if (!checked || !batch.counts) return <>{head}<ImportResult batch={batch} remarked={batch.state === "DONE" ? await listRemarked(actor, batch) : []} /></>;
  const { show, page } = previewParams.parse(await searchParams);
  const [places, same] = await Promise.all([getPlaces(actor, batch.termId), findSameFile(actor, batch)]);
  const troubled = batch.counts.error + batch.counts.pending > 0;
  return (
    <>
      {head}
      {same ? <div className="mb-3"><Notice title="这个文件以前导入过">再次导入不会重复：已有且相同的人保持不变。</Notice></div> : null}
      <Preview batch={batch} checked={checked} places={places} show={show ?? (troubled ? "trouble" : "all")} page={page} />
      <div className="mt-3"><CommitForm batch={batch} termBegan={term.startsOn <= today()} /></div>
    </>
  );
}
