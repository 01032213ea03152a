import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Field, Input, Select, Textarea } from "@/components/ui/field";
import { arrangeResearch, setResearchRoute } from "@/lib/researches/actions";
import { fieldNames, MOST_STOPS, stopNames } from "@/lib/researches/labels";
import type { Member, ResearchRecord } from "@/lib/researches/queries";

type Props = { of: ResearchRecord; here: string };
type Choice = { id: string; name: string };

const frame = ({ of, here }: Props) => ({ formKey: randomUUID(), labels: fieldNames, version: of.version, beside: <LinkButton href={here} variant="plain">返回</LinkButton> });

/** Topic, group and leader. What stands there now is among the choices, also where it could not be chosen any more. */
export function ArrangeForm({ of, here, groups, members }: Props & { groups: readonly Choice[]; members: readonly Member[] }) {
  const kept = (list: readonly Choice[], id: string | null, name: string | null) => (id && name && !list.some((one) => one.id === id) ? [{ id, name }, ...list] : list).map((one) => ({ value: one.id, label: one.name }));
  return (
    <ActionForm {...frame({ of, here })} action={arrangeResearch} submit="保存安排" id="arrange">
      <input type="hidden" name="id" value={of.id} />
      <Field name="topic" label={fieldNames.topic} hint="不填即同活动名称" optional><Input maxLength={200} defaultValue={of.givenTopic ?? ""} autoComplete="off" /></Field>
      <div className="fields">
        <Field name="groupId" label={fieldNames.groupId} hint="承担这次调研的代表小组，计入小组当年的次数" optional><Select empty="不属于某一小组" options={kept(groups, of.groupId, of.groupName)} defaultValue={of.groupId ?? ""} /></Field>
        <Field name="leaderId" label={fieldNames.leaderId} hint={members.length === 0 ? "名单上还没有答复参加的代表" : "组长撰写、提交报告，随即收到消息"} optional><Select empty="尚未确定" options={kept(members.map((m) => ({ id: m.id, name: `${m.name}（${m.delegation}）` })), of.leaderId, of.leaderName)} defaultValue={of.leaderId ?? ""} /></Field>
      </div>
    </ActionForm>
  );
}

const choices = Object.entries(stopNames).map(([value, label]) => ({ value, label }));

/** The stops, one block each in their order; a block left empty is none. */
export function RouteForm({ of, here }: Props) {
  const shown = Math.min(MOST_STOPS, of.stops.length + 4);
  return (
    <ActionForm {...frame({ of, here })} action={setResearchRoute} submit="保存路线" id="route">
      <input type="hidden" name="id" value={of.id} />
      <p className="mb-3 text-13 text-ink-3">按走访的先后填写，最多 {MOST_STOPS} 站；不需要的一站，清空各栏即可。{shown < MOST_STOPS ? "不够时先保存，再添加。" : ""}</p>
      {Array.from({ length: shown }, (_, i) => ({ n: i + 1, stop: of.stops[i] })).map(({ n, stop }) => (
        <fieldset key={n} className="mb-5 border-t border-line pt-3">
          <legend className="sr">第 {n} 站</legend>
          <p className="mb-2 font-semibold" aria-hidden="true">第 {n} 站</p>
          <input type="hidden" name={`stop${n}`} value={stop?.id ?? ""} />
          <div className="fields">
            <Field name={`name${n}`} label="名称"><Input maxLength={60} defaultValue={stop?.name ?? ""} autoComplete="off" /></Field>
            <Field name={`kind${n}`} label="类别"><Select empty="请选择" options={choices} defaultValue={stop?.kind ?? ""} /></Field>
            <Field name={`address${n}`} label="地址" optional><Input maxLength={100} defaultValue={stop?.address ?? ""} autoComplete="off" /></Field>
          </div>
          <Field name={`note${n}`} label="说明" optional><Textarea rows={2} maxLength={300} defaultValue={stop?.note ?? ""} /></Field>
        </fieldset>
      ))}
    </ActionForm>
  );
}
