import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choice";
import { Field, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { choiceOptions, type Choice } from "@/components/units/unit-fields";
import { mergeUnits } from "@/lib/reorganizations/actions";
import { fieldNames } from "@/lib/reorganizations/labels";
import type { MergePlan } from "@/lib/reorganizations/queries";
import { DatedConfirm } from "./dated-confirm";
import { ExtentTable, StayingTable } from "./extent-table";

type ChoosingProps = { id: string; choices: readonly Choice[]; siblings: readonly { id: string; name: string }[]; into?: string | undefined; also: readonly string[]; looking: boolean };

/** Into which unit, and which of its neighbours go with it; a plain question to the address, so that it can be asked again. */
export function MergeChoosing({ id, choices, siblings, into, also, looking }: ChoosingProps) {
  return (
    <Card title="一、选择" className="max-w-4xl">
      <form method="get" action={`/manage/units/${id}/merge#preview`}>
        <Field name="into" label={fieldNames.intoId}><Select empty="请选择" defaultValue={into} options={choiceOptions(choices)} required /></Field>
        {siblings.length > 0 ? (
          <details className="mt-4" open={also.length > 0}><summary className="text-blue">同一上级之下的其他党组织一并并入（{siblings.length} 个可选）</summary>
            <div className="mt-2"><CheckboxGroup name="also" label={fieldNames.also} across defaultValue={also} options={siblings.map((u) => ({ value: u.id, label: u.name }))} /></div>
          </details>
        ) : null}
        <div className="send"><Button variant={looking ? "default" : "primary"}>{looking ? "重新核对" : "核对合并的影响"}</Button><LinkButton href={`/manage/units/${id}`} variant="plain">返回</LinkButton></div>
      </form>
    </Card>
  );
}

function gainsIn({ into, gains }: MergePlan): string {
  const marks = [gains.isElecting && "选举单位", gains.isHandling && "承办单位"].filter(Boolean).join("、");
  return marks ? `“${into.name}”随之成为${marks}。` : "";
}

/** All that the merge does, then the merge itself. */
export function MergePreview({ id, plan, today }: { id: string; plan: MergePlan; today: string }) {
  const { into, sources, extent, staying, faults, mark } = plan;
  const names = sources.map((u) => `“${u.name}”`).join("、");
  if (faults.length > 0) return <Notice tone="warn" title="不能这样合并"><ul className="list-disc pl-5">{faults.map((why) => <li key={why}>{why}</li>)}</ul></Notice>;
  return (
    <>
      <Notice title={`${names}并入“${into.name}”`}>{names}随后停用，沿革中注明并入何处。{gainsIn(plan)}以下各项一次办理，全部完成或全部不动。</Notice>
      <ExtentTable extent={extent} parties={sources} to={into.name} whole />
      <StayingTable staying={staying} parties={sources} />
      <Card title="二、办理" className="max-w-4xl">
        <ActionForm action={mergeUnits} formKey={randomUUID()} submit={`合并到${into.name}`} variant="danger" id="merge" labels={fieldNames}>
          <input type="hidden" name="id" value={id} /><input type="hidden" name="intoId" value={into.id} /><input type="hidden" name="expected" value={mark} />
          {sources.filter((u) => u.id !== id).map((u) => <input key={u.id} type="hidden" name="also[]" value={u.id} />)}
          <DatedConfirm today={today} confirm="已核对以上内容，知悉合并后原单位停用、不再选用" />
        </ActionForm>
      </Card>
    </>
  );
}
