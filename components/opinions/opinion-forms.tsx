import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field, Input, Select, Textarea } from "@/components/ui/field";
import { inPlace } from "@/components/ui/in-place";
import { acknowledgeOpinion, answerOpinion, askOpinionAgain, fileOpinion, giveBackOpinion, giveOpinion, handOpinion, recordOpinion, recordOpinionAnswer, releaseOpinion, sendBackOpinion, settleOpinion, withdrawOpinion } from "@/lib/opinions/actions";
import { effects, eventNames, fieldNames, unsigned } from "@/lib/opinions/labels";
import type { Opinion } from "@/lib/opinions/queries";
import type { OpinionKind } from "@/prisma/client/enums";
import type { UnitChoice } from "@/lib/units/queries";

type Props = { of: Opinion; back: string };
const Id = ({ of }: { of: Opinion }) => <input type="hidden" name="id" value={of.id} />;
const Way = ({ back }: { back: string }) => <LinkButton href={back} variant="plain">返回</LinkButton>;
const common = (of: Opinion) => ({ formKey: randomUUID(), labels: fieldNames, version: of.version });
const Why = ({ label, hint }: { label: string; hint: string }) => <Field name="reason" label={label} hint={hint}><Textarea rows={3} maxLength={300} /></Field>;

const Given = ({ activityId }: { activityId: string }) => <><input type="hidden" name="activityId" value={activityId} /><input type="hidden" name="clientKey" value={randomUUID()} /></>;
const Content = () => <Field name="content" label={fieldNames.content ?? ""} hint="10 至 2000 个字，一件事写一件"><Textarea rows={8} maxLength={2000} /></Field>;

/** What a delegate says after a meeting. */
export const GiveForm = ({ activityId, back }: { activityId: string; back: string }) => (
  <ActionForm action={giveOpinion} formKey={randomUUID()} labels={fieldNames} submit="提交意见" id="give" beside={<Way back={back} />}><Given activityId={activityId} /><Content /></ActionForm>
);

/** What came on paper, entered by the office; unsigned only where that is allowed. */
export const RecordForm = ({ activityId, kind, came }: { activityId: string; kind: OpinionKind; came: readonly { id: string; name: string; delegation: string }[] }) => (
  <ActionForm action={recordOpinion} formKey={randomUUID()} labels={fieldNames} submit="录入" id="record">
    <Given activityId={activityId} />
    <Field name="delegateId" label={fieldNames.delegateId ?? ""} hint="只列有到会登记的代表"><Select options={came.map(({ id, name, delegation }) => ({ value: id, label: `${name}（${delegation}）` }))} empty={kind === "SUGGESTION" ? unsigned : "请选择"} /></Field>
    <Content />
  </ActionForm>
);

/** Where it goes: a unit of the tree, or a body outside it. */
export const WhitherFields = ({ units }: { units: readonly UnitChoice[] }) => (
  <>
    <div className="fields">
      <Field name="targetId" label={fieldNames.targetId ?? ""}><Select options={units.map(({ id, name, depth }) => ({ value: id, label: `${"　".repeat(depth)}${name}` }))} empty="不在党组织中" /></Field>
      <Field name="body" label={fieldNames.body ?? ""} hint="不在党组织中的，填写名称，如：区供电公司" optional><Input maxLength={60} autoComplete="off" /></Field>
    </div>
    <Field name="handNote" label={fieldNames.handNote ?? ""} optional><Textarea rows={2} maxLength={300} /></Field>
  </>
);

export const HandForm = ({ of, back, units }: Props & { units: readonly UnitChoice[] }) => (
  <ActionForm {...common(of)} action={handOpinion} submit="交办" id="hand" beside={<Way back={back} />}><Id of={of} /><WhitherFields units={units} /></ActionForm>
);

const Answer = ({ hint, was }: { hint: string; was?: string | null }) => <Field name="answer" label={fieldNames.answer ?? ""} hint={hint}><Textarea rows={6} maxLength={2000} {...(was ? { defaultValue: was } : {})} /></Field>;

export const SettleForm = ({ of, back }: Props) => (
  <ActionForm {...common(of)} action={settleOpinion} submit="答复并送代表" id="settle" beside={<Way back={back} />}><Id of={of} /><Answer hint="代表会看到" /></ActionForm>
);

export const FileForm = ({ of, back }: Props) => (
  <ActionForm {...common(of)} action={fileOpinion} submit={eventNames.file} id="file" beside={<Way back={back} />}><Id of={of} /><Why label="不转办的理由" hint="代表会看到" /></ActionForm>
);

/** The liaison's own answer. */
export const AnswerForm = ({ of, here }: { of: Opinion; here: string }) => (
  <ActionForm {...common(of)} action={answerOpinion} submit="提交答复" id="answer" beside={<LinkButton href={`${here}?step=giveBack`}>{eventNames.giveBack}</LinkButton>}><Id of={of} /><Answer hint="由组织部送代表" was={of.answer} /></ActionForm>
);

/** An answer that came otherwise, entered by the office with who gave it and when. */
export const RecordAnswerForm = ({ of, here, today }: { of: Opinion; here: string; today: string }) => (
  <ActionForm {...common(of)} action={recordOpinionAnswer} submit="登记答复" id="answer" beside={<LinkButton href={`${here}?step=giveBack`}>收回，重新交办</LinkButton>}>
    <Id of={of} /><Answer hint="照承办单位的答复录入" was={of.answer} />
    <div className="fields">
      <Field name="answeredBy" label={fieldNames.answeredBy ?? ""} hint="单位和姓名，如：区住建局 王某"><Input maxLength={60} autoComplete="off" {...(of.answeredBy ? { defaultValue: of.answeredBy } : {})} /></Field>
      <Field name="answeredOn" label={fieldNames.answeredOn ?? ""}><Input type="date" max={today} defaultValue={today} /></Field>
    </div>
  </ActionForm>
);

export const GiveBackForm = ({ of, back }: Props) => (
  <ActionForm {...common(of)} action={giveBackOpinion} submit="退回，重新交办" id="give-back" beside={<Way back={back} />}><Id of={of} /><Why label="理由" hint="如：不属本单位职责，宜交哪个单位" /></ActionForm>
);

export const ReleaseForm = ({ of, here }: { of: Opinion; here: string }) => (
  <ActionForm {...common(of)} action={releaseOpinion} submit={of.facts.personId ? "将答复送代表" : "办结"} id="release" beside={<LinkButton href={`${here}?step=sendBack`}>{eventNames.sendBack}</LinkButton>}><Id of={of} /></ActionForm>
);

export const SendBackForm = ({ of, back }: Props) => (
  <ActionForm {...common(of)} action={sendBackOpinion} submit={eventNames.sendBack} id="send-back" beside={<Way back={back} />}><Id of={of} /><Why label="退回的理由" hint="承办单位会看到，请写明要补充什么" /></ActionForm>
);

/** The delegate's last word: it is known, or something is missing. */
export const AcknowledgeForm = ({ of, here }: { of: Opinion; here: string }) => (
  <ActionForm {...common(of)} action={acknowledgeOpinion} submit="知悉，办结" id="acknowledge" className={inPlace} {...(of.open.includes("askAgain") ? { beside: <LinkButton href={`${here}?step=askAgain`}>再次提出</LinkButton> } : {})}><Id of={of} /></ActionForm>
);

export const AskAgainForm = ({ of, back }: Props) => (
  <ActionForm {...common(of)} action={askOpinionAgain} submit="再次提出" id="ask-again" className={inPlace} beside={<Way back={back} />}><Id of={of} /><Why label="还没有解决的问题" hint="承办单位会看到，请写明要补充答复什么" /></ActionForm>
);

export const WithdrawForm = ({ of }: { of: Opinion }) => (
  <Confirm label="撤回" title="撤回这件意见" text={effects.withdraw} variant="plain"><ActionForm {...common(of)} action={withdrawOpinion} submit="撤回" id="withdraw" variant="default" className={inPlace}><Id of={of} /></ActionForm></Confirm>
);
