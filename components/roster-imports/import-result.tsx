import { randomUUID } from "node:crypto";
import Link from "next/link";
import { hrefOf } from "@/lib/delegates/filters";
import { displayName } from "@/lib/platform/chinese/name";
import { countedPlaces } from "@/lib/roster-imports/new-places";
import type { ImportSummary } from "@/lib/roster-imports/queries";
import { recheckImport, undoImport } from "@/lib/roster-imports/actions";
import { stateNames } from "@/lib/roster-imports/labels";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";

type Remarked = { id: string; name: string; remark: string }[];

/** People whose remark tells of a change of the mandate: the import writes no status, so each is dealt with by hand. */
function RemarkedCard({ people }: { people: Remarked }) {
  return (
    <Card title={`备注提到资格变动、现仍在册的 ${people.length} 人`} bare className="mt-3">
      <p className="px-5 py-3 text-ink-2">导入不改变代表资格。请核对文件依据，逐人办理；办理后不再列在这里。</p>
      <Table caption="备注提到资格变动的代表" columns={[{ label: "姓名" }, { label: "备注" }, { label: "办理" }]}>
        {people.map(({ id, name, remark }) => (
          <tr key={id}>
            <td className="who"><Link href={`/manage/delegates/${id}`} prefetch={false}>{displayName(name)}</Link></td>
            <td className="wide">{remark}</td>
            <td><Link href={`/manage/delegates/${id}/status`} prefetch={false}>变更状态</Link></td>
          </tr>
        ))}
      </Table>
    </Card>
  );
}

/** What becomes of the places this import made. */
function placesFate({ places }: ImportSummary): string {
  const counted = places ? countedPlaces({ delegations: places.delegations.length, units: places.units.length, groups: places.groups.length }) : "";
  return counted ? `这次导入新建的 ${counted}也一并移除，其中导入后已另有人员或业务使用的予以保留。` : "";
}

function Done({ batch }: { batch: ImportSummary }) {
  const counts = batch.counts;
  const left = (counts?.error ?? 0) + (counts?.pending ?? 0);
  return (
    <>
      <Notice tone="done" title={`已导入：新增 ${batch.added} 人，更新 ${batch.updated} 人。`}>
        {left > 0 ? `另有 ${left} 行未写入，请下载错误工作簿，改好红色、黄色的格后再上传；已导入的不会重复。` : "表中各行均已处理。"}{counts && counts.same > 0 ? `无变化 ${counts.same} 人。` : ""}
        {left > 0 ? <div className="mt-2"><LinkButton href={`/manage/delegates/import/${batch.id}/errors`} small download>下载错误工作簿</LinkButton></div> : null}
      </Notice>
      <div className="acts mt-4">
        <LinkButton href={hrefOf("/manage/delegates", { term: batch.termId, order: "manual" })} variant="primary">查看花名册</LinkButton>
        <LinkButton href={`/manage/composition?term=${batch.termId}`}>查看代表构成</LinkButton>
        <LinkButton href="/manage/delegates/import">再导入一个文件</LinkButton>
      </div>
      <div className="mt-4">
        <Confirm label="整批撤销" title={`撤销后，${[batch.added > 0 ? `新增的 ${batch.added} 人移出花名册` : "", batch.updated > 0 ? `更新的 ${batch.updated} 人恢复原值` : ""].filter(Boolean).join("，")}`} text={`${placesFate(batch)}可在 ${batch.undoableUntil} 前撤销；其中任何一人的资料改动后，就不能整批撤销。`}>
          <ActionForm action={undoImport} formKey={randomUUID()} id="undo" submit={`撤销这次导入的 ${batch.added + batch.updated} 人`} variant="danger"><input type="hidden" name="id" value={batch.id} /></ActionForm>
        </Confirm>
      </div>
    </>
  );
}

/** How a batch ended, and the one next step. */
export function ImportResult({ batch, remarked }: { batch: ImportSummary; remarked: Remarked }) {
  if (batch.state === "DONE") return <><Card title={batch.fileName}><Done batch={batch} /></Card>{remarked.length > 0 ? <RemarkedCard people={remarked} /> : null}</>;
  const told = { REFUSED: "文件没有被读取，花名册没有变动。", FAILED: "没有写入任何数据。", CANCELLED: "已取消，没有写入任何数据。", UNDONE: "已整批撤销，花名册恢复到导入之前。" }[batch.state as string] ?? "";
  return (
    <Card title={`${batch.fileName}：${stateNames[batch.state]}`}>
      <Notice tone={batch.state === "REFUSED" || batch.state === "FAILED" ? "danger" : "info"} title={batch.reason ?? told}>{batch.reason ? told : null}</Notice>
      <div className="acts mt-4">
        {batch.state === "FAILED" ? <ActionForm action={recheckImport} formKey={randomUUID()} id="recheck" submit="重新核对"><input type="hidden" name="id" value={batch.id} /></ActionForm> : null}
        <LinkButton href="/manage/delegates/import" variant={batch.state === "FAILED" ? "default" : "primary"}>重新上传</LinkButton>
      </div>
    </Card>
  );
}
