import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choice";
import { Field, Input, Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { choiceOptions, type Choice } from "@/components/units/unit-fields";
import { roleNames } from "@/lib/accounts/labels";
import { displayName } from "@/lib/platform/chinese/name";
import { splitUnit } from "@/lib/reorganizations/actions";
import { fieldNames } from "@/lib/reorganizations/labels";
import { MOST_BOXES, type SplitParams } from "@/lib/reorganizations/schema";
import type { getGivable, SplitPlan } from "@/lib/reorganizations/split-queries";
import { kindNames } from "@/lib/units/labels";
import { DatedConfirm } from "./dated-confirm";
import { ExtentTable } from "./extent-table";

type Givable = Awaited<ReturnType<typeof getGivable>>;
type Asked = Omit<SplitParams, "look">;

const kinds = Object.entries(kindNames).map(([value, label]) => ({ value, label }));

function Target({ from, asked, targets, parents }: { from: Givable["from"]; asked: Asked; targets: readonly Choice[]; parents: readonly Choice[] }) {
  return (
    <Card title="一、划给谁" className="max-w-4xl">
      <Field name="to" label="已有的党组织" hint="划给新设的党组织时，不选这一项，填写下面三项" optional><Select empty="新设一个党组织" defaultValue={asked.to} options={choiceOptions(targets)} /></Field>
      <div className="fields mt-5">
        <Field name="name" label="新设党组织的名称"><Input defaultValue={asked.name} maxLength={60} autoComplete="off" /></Field>
        <Field name="kind" label={fieldNames.kind}><Select empty="请选择" defaultValue={asked.kind ?? from.kind} options={kinds} /></Field>
        <Field name="parent" label={fieldNames.parentId}><Select empty="请选择" defaultValue={asked.parent ?? from.parentId} options={choiceOptions(parents)} /></Field>
      </div>
    </Card>
  );
}

function Giving({ of, asked }: { of: Givable; asked: Asked }) {
  const { heads, below, grants, more } = of;
  return (
    <Card title="二、划出什么" className="max-w-4xl">
      {more ? <Notice tone="warn" title={`在册代表超过 ${MOST_BOXES} 名，这里列出前 ${MOST_BOXES} 名`}>其余的请在办理后再次拆分，每次至多 {MOST_BOXES} 名。</Notice> : null}
      {heads.length > 0 ? <CheckboxGroup name="delegates" label={`在册代表（${heads.length} 名）`} across defaultValue={asked.delegates} options={heads.map((d) => ({ value: d.id, label: displayName(d.name), note: [d.delegation, d.employer].filter(Boolean).join("　") }))} /> : <p className="text-ink-2">没有在册代表。</p>}
      {below.length > 0 ? <CheckboxGroup name="children" label={`下级党组织（${below.length} 个，连同它们的下级）`} across defaultValue={asked.children} options={below.map((u) => ({ value: u.id, label: u.name }))} /> : null}
      {grants.length > 0 ? <CheckboxGroup name="grants" label={`账号授权（${grants.length} 项，不勾选的留在本单位）`} defaultValue={asked.grants} options={grants.map((g) => ({ value: g.id, label: displayName(g.name), note: roleNames[g.role] }))} /> : null}
    </Card>
  );
}

/** To whom and what, as a plain question to the address; boxes keep what was asked. */
export function SplitChoosing({ of, asked, targets, parents, looking }: { of: Givable; asked: Asked; targets: readonly Choice[]; parents: readonly Choice[]; looking: boolean }) {
  return (
    <form method="get" action={`/manage/units/${of.from.id}/split#preview`} className="stack">
      <input type="hidden" name="look" value="1" />
      <Target from={of.from} asked={asked} targets={targets} parents={parents} />
      <Giving of={of} asked={asked} />
      <div className="send"><Button variant={looking ? "default" : "primary"}>{looking ? "重新核对" : "核对拆分的影响"}</Button><LinkButton href={`/manage/units/${of.from.id}`} variant="plain">返回</LinkButton></div>
    </form>
  );
}

const hidden = (name: string, values: readonly string[]) => values.map((value) => <input key={value} type="hidden" name={`${name}[]`} value={value} />);

/** All that the split does, then the split itself. */
export function SplitPreview({ plan, asked, today }: { plan: SplitPlan; asked: Asked; today: string }) {
  const { from, to, made, extent, left, gains, faults, mark } = plan;
  if (faults.length > 0) return <Notice tone="warn" title="不能这样拆分"><ul className="list-disc pl-5">{faults.map((why) => <li key={why}>{why}</li>)}</ul></Notice>;
  const name = to?.name ?? made?.name ?? "";
  const where = to ? `划给“${name}”` : `在“${made?.parent?.name ?? ""}”之下新设“${name}”（${made?.kind ? kindNames[made.kind] : ""}），划给它`;
  const marks = [gains.isElecting && "选举单位", gains.isHandling && "承办单位"].filter(Boolean).join("、");
  return (
    <>
      <Notice title={`“${from.name}”拆分，${where}`}>“{from.name}”继续使用，留下在册代表 {left} 名；没有勾选的下级、授权，以及待补选的缺额、对应的代表团都留在本单位。{marks ? `“${name}”${to ? "随之成为" : "设为"}${marks}。` : ""}以下各项一次办理，全部完成或全部不动。</Notice>
      <ExtentTable extent={extent} parties={[from]} to={name} whole={left === 0} />
      <Card title="三、办理" className="max-w-4xl">
        <ActionForm action={splitUnit} formKey={randomUUID()} submit={`拆分，划给${name}`} variant="danger" id="split" labels={fieldNames}>
          <input type="hidden" name="id" value={from.id} /><input type="hidden" name="toId" value={to?.id ?? ""} /><input type="hidden" name="expected" value={mark} />
          <input type="hidden" name="name" value={made?.name ?? ""} /><input type="hidden" name="kind" value={made?.kind ?? ""} /><input type="hidden" name="parentId" value={made?.parent?.id ?? ""} />
          {hidden("delegates", asked.delegates)}{hidden("children", asked.children)}{hidden("grants", asked.grants)}
          <DatedConfirm today={today} confirm="已核对以上内容，确认拆分" />
        </ActionForm>
      </Card>
    </>
  );
}
