import { randomUUID } from "node:crypto";
import { rowsOf, type Checked, type View } from "@/lib/roster-imports/checked";
import { newPlacesOf } from "@/lib/roster-imports/new-places";
import type { ImportSummary } from "@/lib/roster-imports/queries";
import { chooseImport } from "@/lib/roster-imports/actions";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Pager, RangeText } from "@/components/ui/pager";
import { MappingStrip, PreviewFacts } from "./preview-facts";
import { NewPlacesList } from "./new-places-list";
import { PreviewCounters } from "./preview-counters";
import { PreviewTable } from "./preview-table";
import { PreviewWords } from "./preview-words";
import type { Places } from "./word-options";

const SIZE = 50;

/** Step three: everything the file says, every fault of every row, and the means to settle it; nothing written yet. */
export function Preview({ batch, checked, places, show, page }: { batch: ImportSummary; checked: Checked; places: Places; show: View; page: number }) {
  const path = `/manage/delegates/import/${batch.id}`;
  const rows = rowsOf(checked, show);
  const shown = rows.slice((page - 1) * SIZE, page * SIZE);
  const troubled = batch.counts !== null && batch.counts.error + batch.counts.pending > 0;
  const names = new Map(places.delegations.map((d) => [d.value, d.label]));
  return (
    <ActionForm action={chooseImport} formKey={randomUUID()} id="choices" submit="应用以上改正，重新核对" variant="default">
      <input type="hidden" name="id" value={batch.id} />
      <Card bare><PreviewFacts fileName={batch.fileName} checked={checked} /><MappingStrip layout={checked.layout} /></Card>
      <NewPlacesList places={newPlacesOf(checked.rows, names)} />
      <Card bare className="mt-3">
        {batch.counts ? <PreviewCounters counts={batch.counts} show={show} path={path} /> : null}
        <PreviewWords words={checked.unknownWords} places={places} />
        <div className="listbar"><div><RangeText total={rows.length} page={page} size={SIZE} unit="行" /></div><div className="flex flex-wrap items-center gap-x-4"><a href={`${path}?show=all`}>显示全部</a>{troubled ? <LinkButton href={`${path}/errors`} small download>下载错误工作簿</LinkButton> : null}</div></div>
        {shown.length > 0 ? <PreviewTable rows={shown} delegationNames={names} /> : <Empty title="这里没有行" why={show === "trouble" ? "没有错误，也没有待定，可以直接导入。" : "换一类结果查看，或直接进行下一步。"} />}
        <Pager path={path} params={{ show }} total={rows.length} page={page} size={SIZE} unit="行" sizes={[]} />
      </Card>
    </ActionForm>
  );
}
