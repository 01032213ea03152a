import { randomUUID } from "node:crypto";
import { WhoIsMeant } from "@/components/delegates/batch-parts";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { CheckboxGroup, RadioGroup } from "@/components/ui/choice";
import { Field, Input, Select, Textarea } from "@/components/ui/field";
import { filtersOfList } from "@/lib/delegates/filters";
import { STAFF_LIST } from "@/lib/delegates/list-back";
import type { RosterChoices } from "@/lib/delegates/queries";
import { draftLetter } from "@/lib/letters/actions";
import { fieldNames } from "@/lib/letters/labels";
import type { LetterRecord } from "@/lib/letters/queries";
import type { listReaders } from "@/lib/letters/reach-queries";

type Readers = Awaited<ReturnType<typeof listReaders>>;

/** Delegates ticked or filtered in the roster, when the letter begins there. */
export type Chosen = { list: string; names: readonly string[]; heads: number };

type Props = { readers: Readers; choices: RosterChoices | null; chosen: Chosen | null; of?: LetterRecord };

const WHOLE = "scope=register";

/** Lists a letter can go to without the roster: nobody, everybody on it, one delegation; the one it was drafted for stays. */
function lists(choices: RosterChoices, kept: string) {
  const all = [{ value: WHOLE, label: "本届在册的全部代表" }, ...choices.delegations.map(({ id, name }) => ({ value: `delegation=${id}`, label: name }))];
  return kept === "none" || all.some(({ value }) => value === kept) ? all : [{ value: kept, label: "起草时在花名册中所选的代表" }, ...all];
}

function Delegates({ choices, chosen, kept }: { choices: RosterChoices | null; chosen: Chosen | null; kept: string }) {
  if (!choices) return <p className="field text-ink-2">还没有现任届次，不能发给代表。<input type="hidden" name="list" value="none" /></p>;
  if (chosen) {
    return (
      <div className="field">
        <p className="mb-1 text-sm text-ink-2">发给代表</p>
        <WhoIsMeant filters={filtersOfList(chosen.list)} choices={choices} names={chosen.names} heads={chosen.heads} />
        <input type="hidden" name="list" value={chosen.list} />
      </div>
    );
  }
  return <Field name="list" label={fieldNames.list} hint={<>要发给若干人，请到<a className="underline" href={STAFF_LIST}>花名册</a>勾选后点“发通知”。</>}><Select options={[{ value: "none", label: "不发给代表" }, ...lists(choices, kept)]} defaultValue={kept} /></Field>;
}

/** What to say and to whom; nothing leaves before it was looked at once more. */
export function LetterForm({ readers, choices, chosen, of }: Props) {
  const reach = of?.reach;
  return (
    <ActionForm action={draftLetter} formKey={randomUUID()} id="letter" submit="下一步：核对收件人" labels={fieldNames} {...(of ? { version: of.version } : {})}
      beside={<LinkButton href={of ? `/messages/new?letter=${of.id}` : "/messages"} variant="plain">{of ? "返回核对" : "返回消息"}</LinkButton>}>
      {of ? <input type="hidden" name="id" value={of.id} /> : null}
      <Field name="title" label={fieldNames.title}><Input defaultValue={of?.title} maxLength={60} autoComplete="off" /></Field>
      <Field name="text" label={fieldNames.text} hint="不得写入涉密内容。短信和邮件只说有一条通知，不带正文。"><Textarea defaultValue={of?.text} rows={8} maxLength={5000} /></Field>
      <RadioGroup name="must" label={fieldNames.must} defaultValue={of?.must ? "must" : "know"} across options={[{ value: "know", label: "知悉", note: "收件人可以静音" }, { value: "must", label: "须办", note: "不能静音" }]} />
      <Delegates choices={choices} chosen={chosen} kept={reach?.list ?? "none"} />
      {readers.liaisons.length > 0 ? <CheckboxGroup name="liaisons" label={fieldNames.liaisons} optional across defaultValue={reach?.liaisons ?? []} options={[{ value: "all", label: "全部联络员" }, ...readers.liaisons]} /> : null}
      {readers.handling.length > 0 ? <CheckboxGroup name="handling" label={fieldNames.handling} optional across defaultValue={reach?.handling ?? []} options={[{ value: "all", label: "全部承办单位" }, ...readers.handling]} /> : null}
      {readers.colleagues.length > 0 ? <CheckboxGroup name="colleagues" label={fieldNames.colleagues} optional across defaultValue={reach?.colleagues ?? []} options={readers.colleagues} /> : null}
    </ActionForm>
  );
}
