import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Field, Input, Select } from "@/components/ui/field";
import { roleNames } from "@/lib/accounts/labels";
import type { AccountActor } from "@/lib/platform/actor";
import { addDays, today } from "@/lib/platform/clock";
import { nameDeputy } from "@/lib/substitutions/actions";
import { fieldNames, FURTHEST_DAYS, MOST_DAYS } from "@/lib/substitutions/labels";
import { may } from "@/lib/substitutions/policy";
import { getSeat, listCandidates, listOwn, type Candidate, type Substitution } from "@/lib/substitutions/queries";
import { EndForm, SubstitutionLine } from "./parts";

const optionOf = (c: Candidate) => ({ value: c.id, label: `${c.displayName}（${c.roles}）${c.atOnce ? "" : "，须安全管理员同意"}` });

/** The lines of one side, where there are any. */
function Lines({ title, list }: { title: string; list: readonly Substitution[] }) {
  if (list.length === 0) return null;
  return (
    <section className="mb-4">
      <h3 className="text-ink-3">{title}</h3>
      <ul>{list.map((of) => <SubstitutionLine key={of.id} of={of}><EndForm of={of} /></SubstitutionLine>)}</ul>
    </section>
  );
}

function NameForm({ candidates, scope }: { candidates: readonly Candidate[]; scope: string }) {
  const day = today();
  return (
    <ActionForm action={nameDeputy} formKey={randomUUID()} id="name-deputy" submit="委托代办" labels={fieldNames}>
      <p className="mb-4 text-ink-2">委托的是现在的身份：{scope}。代办人已有同样身份的即时生效，其他的须安全管理员同意。代办期间的办理记为“某某（代某某）”。</p>
      <Field name="deputyId" label={fieldNames.deputyId}><Select empty="请选择" options={candidates.map(optionOf)} /></Field>
      <div className="fields">
        <Field name="fromOn" label={fieldNames.fromOn} hint="当日零时起"><Input type="date" defaultValue={day} min={day} max={addDays(day, FURTHEST_DAYS)} className="short" /></Field>
        <Field name="toOn" label={fieldNames.toOn} hint={`含当日，一次最多 ${MOST_DAYS} 日`}><Input type="date" min={day} className="short" /></Field>
      </div>
      <Field name="reason" label={fieldNames.reason} hint="如：外出学习"><Input maxLength={200} /></Field>
    </ActionForm>
  );
}

/** What the own account may do about being away: for a role of its own the form, for a personal one nothing, for a lent one a sentence. */
async function Ask({ actor }: { actor: AccountActor }) {
  if (!may(actor, "name", { committeeId: actor.committeeId })) return null;
  const seat = await getSeat(actor);
  if (!seat) return null;
  if (seat.forName) return <p className="text-ink-2">您正在代{seat.forName}办理，不能再委托他人。切换回本人身份后，可以委托他人代办。</p>;
  const candidates = await listCandidates(actor, seat);
  if (candidates.length === 0) return <p className="text-ink-2">没有可以代办的账号。请由系统管理员为代办人建立账号，由安全管理员授予角色后，再来委托。</p>;
  return <NameForm candidates={candidates} scope={`${roleNames[seat.role]}（${seat.unit?.name ?? seat.committee.shortName}）`} />;
}

/** 外出代办 on the page of the own account; nothing for who neither lends a role nor stands in for anybody. */
export async function AwayCard({ actor }: { actor: AccountActor }) {
  const { away, standsIn } = await listOwn(actor);
  if (away.length + standsIn.length === 0 && !may(actor, "name", { committeeId: actor.committeeId })) return null;
  return (
    <Card title="外出代办" className="mt-3" id="away">
      <Lines title="代我办理的" list={away} />
      <Lines title="我代为办理的" list={standsIn} />
      <Ask actor={actor} />
    </Card>
  );
}
