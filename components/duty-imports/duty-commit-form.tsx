import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice";
import { Confirm } from "@/components/ui/confirm";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { cancelDutyImport, commitDutyImport } from "@/lib/duty-imports/actions";
import type { Counts } from "@/lib/duty-imports/check";
import { fieldNames, UNDO_HOURS } from "@/lib/duty-imports/labels";

function Nothing({ counts }: { counts: Counts }) {
  return <Notice title="没有可以写入的行">{counts.SAME > 0 ? `${counts.SAME} 行系统中已有，不需要写入。` : ""}{counts.ERROR > 0 ? `${counts.ERROR} 行有错误，改正后才能写入。` : ""}</Notice>;
}

/** What to do with the good rows, said in numbers before anything is written. */
export function DutyCommitForm({ id, counts, mark }: { id: string; counts: Counts; mark: string }) {
  const beside = <>{counts.ERROR > 0 ? <LinkButton href={`/manage/duties/import/${id}/errors`} download>下载错误工作簿</LinkButton> : null}<LinkButton href="/manage/duties/import">重新上传</LinkButton></>;
  const doubles = [{ value: "leave", label: "不写入", note: `写入 ${counts.ADD} 笔` }, { value: "write", label: "确属不同的履职，也写入", note: `写入 ${counts.ADD + counts.DOUBLE} 笔` }];
  return (
    <Card title="确认" id="choose" className="max-w-4xl">
      {counts.ADD + counts.DOUBLE === 0 ? <><Nothing counts={counts} /><div className="acts mt-4">{beside}</div></> : (
        <>
          <p className="mb-3">还没有写入任何数据。{counts.ERROR > 0 ? <>此时导入，<b className="num">{counts.ERROR}</b> 行有错误的不写入，可下载错误工作簿改好后再传。</> : null}导入后 {UNDO_HOURS} 小时内，记录未经改动的，可以整批撤销。</p>
          <ActionForm action={commitDutyImport} formKey={randomUUID()} id="commit" submit={counts.ERROR > 0 ? "仅导入无误的行" : "导入履职记录"} labels={fieldNames} beside={beside}>
            <input type="hidden" name="id" value={id} /><input type="hidden" name="expected" value={mark} />
            {counts.DOUBLE > 0 ? (
              <>
                <RadioGroup name="doubles" label={`${counts.DOUBLE} 行与另一笔的代表、日期和活动相同`} options={doubles} defaultValue="leave" />
                <Field name="reason" label={fieldNames.reason} hint="选择写入时填写，如：同日上午、下午各一次" optional><Input maxLength={200} /></Field>
              </>
            ) : null}
          </ActionForm>
        </>
      )}
      <div className="mt-3"><Confirm label="放弃这次导入" title="放弃后，这次的核对结果不再保留" variant="plain"><ActionForm action={cancelDutyImport} formKey={randomUUID()} id="cancel" submit="放弃这次导入" variant="danger" small><input type="hidden" name="id" value={id} /></ActionForm></Confirm></div>
    </Card>
  );
}
