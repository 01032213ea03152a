import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice";
import { Confirm } from "@/components/ui/confirm";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { cancelUnitImport, commitUnitImport } from "@/lib/unit-imports/actions";
import type { Counts } from "@/lib/unit-imports/check";
import { fieldNames, modeNames } from "@/lib/unit-imports/labels";

function Nothing({ counts }: { counts: Counts }) {
  return <Notice title="没有可以写入的行">{counts.SAME > 0 ? `${counts.SAME} 个与系统一致，不需要写入。` : ""}{counts.HELD > 0 ? `${counts.HELD} 个属性不同、不能按表调整，请在该党组织的页面办理。` : ""}{counts.ERROR > 0 ? `${counts.ERROR} 行有错误，改正后才能写入。` : ""}</Notice>;
}

/** What to do with the good rows, said in numbers before anything is written. */
export function UnitCommitForm({ id, counts, mark }: { id: string; counts: Counts; mark: string }) {
  const ways = [
    ...(counts.ADD > 0 ? [{ value: "ADD_ONLY", label: modeNames.ADD_ONLY, note: `新设 ${counts.ADD} 个` }] : []),
    ...(counts.CHANGED > 0 ? [{ value: "ADD_AND_ADJUST", label: modeNames.ADD_AND_ADJUST, note: `新设 ${counts.ADD} 个，调整 ${counts.CHANGED} 个` }] : []),
  ];
  const beside = <>{counts.ERROR > 0 ? <LinkButton href={`/manage/units/import/${id}/errors`} download>下载错误工作簿</LinkButton> : null}<LinkButton href="/manage/units/import">重新上传</LinkButton></>;
  return (
    <Card title="确认" id="choose" className="max-w-4xl">
      {ways.length === 0 ? <><Nothing counts={counts} /><div className="acts mt-4">{beside}</div></> : (
        <>
          <p className="mb-3">还没有写入任何数据。{counts.ERROR > 0 ? <>此时导入，<b className="num">{counts.ERROR}</b> 行不写入，可下载错误工作簿改好后再传。</> : null}新设的党组织没有记录关联时，可以逐个删除。</p>
          <ActionForm action={commitUnitImport} formKey={randomUUID()} id="commit" submit={counts.ERROR > 0 ? "仅导入无误的行" : "导入党组织"} labels={fieldNames} beside={beside}>
            <input type="hidden" name="id" value={id} /><input type="hidden" name="expected" value={mark} />
            <RadioGroup name="mode" label={fieldNames.mode} options={ways} defaultValue={ways[0]?.value} />
            <Field name="basis" label={fieldNames.basis} hint="文件号、会议名称或批复，记入各党组织的沿革" optional><Input maxLength={200} /></Field>
          </ActionForm>
        </>
      )}
      <div className="mt-3"><Confirm label="放弃这次导入" title="放弃后，这次的核对结果不再保留" variant="plain"><ActionForm action={cancelUnitImport} formKey={randomUUID()} id="cancel" submit="放弃这次导入" variant="danger" small><input type="hidden" name="id" value={id} /></ActionForm></Confirm></div>
    </Card>
  );
}
