import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice";
import { Confirm } from "@/components/ui/confirm";
import { Field, Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { displayName } from "@/lib/platform/chinese/name";
import { distinguishPersons, mergePersons, reconsiderPersons } from "@/lib/merges/actions";
import { fieldNames, sideNames, type Side } from "@/lib/merges/labels";
import type { Pair } from "@/lib/merges/queries";
import { PickTable } from "./pick-table";

const QUALITY = "/manage/quality/sameName";

function SideCard({ of, side }: { of: Pair[Side]; side: Side }) {
  return (
    <Card title={displayName(of.name)} aside={sideNames[side]}>
      <ul>
        {of.mandates.map((d) => <li key={d.id} className="py-1"><Link href={`/manage/delegates/${d.id}`} prefetch={false} className="inline-block py-1">{d.term}</Link><span className="ml-2 text-ink-2">{[d.place, d.no, d.status].filter(Boolean).join("，")}</span></li>)}
        {of.mandates.length === 0 ? <li className="text-ink-2">没有代表资格</li> : null}
      </ul>
      <p className="mt-1 text-13 text-ink-3">{of.accounts > 0 ? `有 ${of.accounts} 个登录账号` : "没有登录账号"}</p>
    </Card>
  );
}

const hidden = (pair: Pair) => <><input type="hidden" name="keepId" value={pair.keep.id} /><input type="hidden" name="dropId" value={pair.drop.id} /></>;

function Stays({ pair }: { pair: Pair }) {
  if (pair.bothIn.length === 0) return null;
  const of = (side: Side) => pair[side].mandates.filter((d) => pair.bothIn.includes(d.term)).map((d) => [d.term, d.place, d.no, d.status].filter(Boolean).join("，")).join("；");
  return (
    <RadioGroup name="stays" label={`两人在“${pair.bothIn.join("、")}”都是代表，留下哪一边的代表资格`} hint="同一人在一届只有一条代表资格。另一边的随合并撤下，撤销合并时恢复；已办理过状态变动或资格终止的不能撤下。"
      options={(["keep", "drop"] as const).map((side) => ({ value: side, label: sideNames[side], note: of(side) }))} />
  );
}

function MergeForm({ pair }: { pair: Pair }) {
  const rows = pair.fields.filter((f) => f.keep !== null || f.drop !== null).map((f) => ({ ...f, label: fieldNames[f.field] ?? f.field }));
  return (
    <Card title="逐项选择合并后采用的内容" aside="两边都未填的不列；号码只显示部分">
      <ActionForm action={mergePersons} formKey={randomUUID()} submit="合并为一人" id="merge" labels={fieldNames} beside={<LinkButton href={QUALITY} variant="plain">返回名单</LinkButton>}>
        {hidden(pair)}
        <input type="hidden" name="keepVersion" value={pair.keep.version} /><input type="hidden" name="dropVersion" value={pair.drop.version} />
        <PickTable rows={rows} heads={sideNames} />
        <div className="mt-5">
          <Stays pair={pair} />
          <Field name="grounds" label="是同一人的依据" hint="如：核对干部档案，两条为同一人重复登记"><Textarea rows={2} maxLength={500} /></Field>
        </div>
        <p className="mt-2 text-13 text-ink-3">合并后，“{sideNames.drop}”名下的代表资格和账号转到“{sideNames.keep}”名下，该条人员记录移除。24 小时内、资料未再改动的，可以撤销。</p>
      </ActionForm>
    </Card>
  );
}

/** Two records side by side, and the decision: one person, or two. */
export function PairView({ pair }: { pair: Pair }) {
  return (
    <div className="stack">
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-2"><SideCard of={pair.keep} side="keep" /><SideCard of={pair.drop} side="drop" /></div>
      {pair.apart ? (
        <Notice title={`${pair.apart.accountName}已于 ${pair.apart.on} 认定这两人不是同一人`}>
          <p className="mb-2">依据：{pair.apart.grounds}。撤销认定后，可以再次核对、合并。</p>
          <ActionForm action={reconsiderPersons} formKey={randomUUID()} id="reconsider" submit="撤销认定" variant="default" small>{hidden(pair)}</ActionForm>
        </Notice>
      ) : (
        <>
          <MergeForm pair={pair} />
          <Card title="不是同一人">
            <Confirm label="认定不是同一人" variant="default" title="认定以后，这一对不再列为疑似重复" text="两人的资料都不变动；认定可以撤销。">
              <ActionForm action={distinguishPersons} formKey={randomUUID()} id="apart" submit="确认不是同一人" labels={fieldNames}>
                {hidden(pair)}
                <Field name="grounds" label="不是同一人的依据" hint="如：身份证号不同，经单位核实为两人"><Textarea rows={2} maxLength={500} /></Field>
              </ActionForm>
            </Confirm>
          </Card>
        </>
      )}
    </div>
  );
}
