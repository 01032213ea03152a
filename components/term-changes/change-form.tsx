import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox, CheckboxGroup, RadioGroup } from "@/components/ui/choice";
import { Field, Input } from "@/components/ui/field";
import { displayName } from "@/lib/platform/chinese/name";
import { changeTerm } from "@/lib/term-changes/actions";
import { carryNames, continuingNames, fieldNames } from "@/lib/term-changes/labels";
import type { Continuing, Readiness } from "@/lib/term-changes/queries";

const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

type Props = { of: Readiness; people: readonly Continuing[] | null; today: string };

/** Who goes on, how the delegations are set up, from which day; all of it takes effect with one button. */
export function ChangeForm({ of: { from, to }, people, today }: Props) {
  const ways = options(continuingNames).filter((way) => way.value !== "chosen" || (people?.length ?? 0) > 0);
  const last = to.startsOn < today ? to.startsOn : today;
  return (
    <ActionForm action={changeTerm} formKey={randomUUID()} submit={`办理换届，启用${to.name}`} variant="danger" id="change" labels={fieldNames} className="stack" beside={<LinkButton href={`/manage/terms/${to.id}`} variant="plain">返回</LinkButton>}>
      <input type="hidden" name="id" value={to.id} />
      <input type="hidden" name="from" value={from.id} />
      <Card title="二、代表团和代表小组"><RadioGroup name="carry" label="办法" options={options(carryNames)} defaultValue={to.delegations > 0 ? "none" : "carry"} /></Card>
      <Card title="三、连任代表">
        <RadioGroup name="continuing" label="办法" hint="连任的登记为新一届“待资格审查”的代表，资料沿用；新一届已有的不重复登记" options={ways} defaultValue="none" />
        {people && people.length > 0 ? (
          <details className="mt-2"><summary className="text-blue">勾选连任代表（{people.length} 人在任）</summary>
            <CheckboxGroup name="chosen" label={fieldNames.chosen} across options={people.map((p) => ({ value: p.id, label: displayName(p.name), note: `${p.delegation}　${p.job}` }))} />
          </details>
        ) : null}
      </Card>
      <Card title="四、生效">
        <Field name="endedOn" label={fieldNames.endedOn} hint="上一届全部在任、暂停履职的代表自这一天起任期届满"><Input type="date" defaultValue={last} max={last} className="short" /></Field>
        <Field name="basis" label={fieldNames.basis} hint="如：中国共产党青澜区第七次代表大会"><Input maxLength={200} /></Field>
        <Checkbox name="confirm" label="已核对以上内容，知悉换届后上一届代表任期届满、不能恢复，花名册和构成转为新一届" />
      </Card>
    </ActionForm>
  );
}
