import { randomUUID } from "node:crypto";
import type { ImportSummary } from "@/lib/roster-imports/queries";
import { cancelImport, commitImport } from "@/lib/roster-imports/actions";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/choice";
import { Field, Input } from "@/components/ui/field";
import { modeNames } from "@/lib/roster-imports/labels";

/** Nothing of the sheet is new: it says so instead of offering to write nothing. */
function Nothing({ waiting, same }: { waiting: number; same: number }) {
  const why = waiting > 0 ? `${waiting} 行有错误或待定，改正后才能写入。` : "";
  return <Notice title="没有可以写入的行">{same > 0 ? `${same} 人与花名册一致，不需要写入。` : ""}{why}</Notice>;
}

/** Step four: what to do with the good rows, said in numbers before anything is written. */
export function CommitForm({ batch, termBegan }: { batch: ImportSummary; termBegan: boolean }) {
  const counts = batch.counts;
  if (!counts) return null;
  const waiting = counts.error + counts.pending;
  const modes = [{ value: "ADD_ONLY", label: modeNames.ADD_ONLY, note: `新增 ${counts.add} 人` }, { value: "ADD_AND_UPDATE", label: modeNames.ADD_AND_UPDATE, note: `新增 ${counts.add} 人，更新 ${counts.update} 人；选举单位变更的，本人账号在原单位的联络员、承办单位角色随即收回` }];
  const beside = <>{waiting > 0 ? <LinkButton href={`/manage/delegates/import/${batch.id}/errors`} download>下载错误工作簿</LinkButton> : null}<LinkButton href="/manage/delegates/import">重新上传</LinkButton></>;
  return (
    <Card title="选择" id="choose">
      {counts.add + counts.update === 0 ? <><Nothing waiting={waiting} same={counts.same} /><div className="acts mt-4">{beside}</div></> : (
        <>
          <p className="mb-3">还没有写入任何数据。{waiting > 0 ? <>此时导入，<b className="num">{waiting}</b> 行不写入，可下载错误工作簿改好后再传；</> : null}导入后 24 小时内、资料未再改动时，可整批撤销。</p>
          <ActionForm action={commitImport} formKey={randomUUID()} id="commit" submit={waiting > 0 ? `仅导入无误的 ${counts.add + counts.update} 人` : `导入 ${counts.add + counts.update} 人`} labels={{ mode: "导入方式", review: "资格审查", reviewBasis: "审查依据" }} beside={beside}>
            <input type="hidden" name="id" value={batch.id} />
            <RadioGroup name="mode" label="导入方式" options={modes} defaultValue={counts.update > 0 ? undefined : "ADD_ONLY"} />
            <RadioGroup name="review" label="新增代表的资格审查" options={[{ value: "passed", label: "已通过，列为在任" }, { value: "pending", label: "尚未审查，列为待资格审查" }]} defaultValue={termBegan ? "passed" : "pending"} />
            <Field name="reviewBasis" label="审查依据" hint="已通过时填写，如会议名称、文件号" optional><Input name="reviewBasis" maxLength={200} defaultValue={termBegan ? "大会代表资格审查报告" : ""} /></Field>
          </ActionForm>
        </>
      )}
      <div className="mt-3"><Confirm label="放弃这次导入" title="放弃后，这次的核对结果和改正都不再保留" variant="plain"><ActionForm action={cancelImport} formKey={randomUUID()} id="cancel" submit="放弃这次导入" variant="danger" small><input type="hidden" name="id" value={batch.id} /></ActionForm></Confirm></div>
    </Card>
  );
}
