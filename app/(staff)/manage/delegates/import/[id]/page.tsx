import type { Metadata } from "next";
import { CommitForm } from "@/components/roster-imports/commit-form";
import { ImportHead } from "@/components/roster-imports/import-head";
import { ImportProgress } from "@/components/roster-imports/import-progress";
import { ImportResult } from "@/components/roster-imports/import-result";
import { Preview } from "@/components/roster-imports/preview";
import { Notice } from "@/components/ui/notice";
import { today } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireOffice } from "@/lib/platform/guards";
import { currentActor } from "@/lib/platform/session";
import { pageTitles } from "@/lib/roster-imports/labels";
import { findSameFile, getChecked, getImport, getPlaces, listRemarked } from "@/lib/roster-imports/queries";
import { previewParams } from "@/lib/roster-imports/schema";
import { stepOf } from "@/lib/roster-imports/steps";
import { getTerm } from "@/lib/terms/queries";

/** The title follows the state; a batch that is not the reader's has none to tell. */
export async function generateMetadata({ params }: PageProps<"/manage/delegates/import/[id]">): Promise<Metadata> {
  const [{ id }, actor] = [await params, await currentActor()];
  const batch = actor ? await getImport(actor, id).catch(() => null) : null;
  return { title: batch ? pageTitles[batch.state] : "导入花名册" };
}

export default async function Page({ params, searchParams }: PageProps<"/manage/delegates/import/[id]">) {
  const actor = await requireOffice();
  const { id } = await params;
  const batch = await forPage(actor, getImport(actor, id));
  const term = await getTerm(actor, batch.termId);
  const head = <ImportHead title={pageTitles[batch.state]} small={`导入到${term.name}`} step={stepOf(batch)} />;
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
