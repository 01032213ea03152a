import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/choice";
import { Describe } from "@/components/ui/describe";
import { Field, Input, Select } from "@/components/ui/field";
import { Masked } from "@/components/ui/masked";
import { Tag } from "@/components/ui/tag";
import { chooseMessages } from "@/lib/messages/actions";
import type { OwnChoices } from "@/lib/messages/choice-queries";
import { choiceFieldNames, field } from "@/lib/messages/choices";
import { fieldNames, holdNames } from "@/lib/messages/labels";
import type { Role } from "@/lib/platform/actor";

const holds = Object.entries(holdNames).map(([value, label]) => ({ value, label }));
const CORRECT = "/my/profile/corrections/new?field%5B%5D=mobile";

const kept = (value: string | null) => (value ? `现登记 ${value}，不改请留空` : "还没有登记");

/** The number of who has a record is told and changed there. */
function Mobile({ own, role }: { own: OwnChoices; role: Role }) {
  if (!own.ofRecord) return <Field name="mobile" label={fieldNames.mobile} hint={kept(own.mobile)} optional><Input type="tel" inputMode="tel" autoComplete="off" maxLength={40} className="short" /></Field>;
  return (
    <Describe items={[{
      term: fieldNames.mobile ?? "", full: true,
      value: <>{own.mobile ? <Masked value={own.mobile} /> : "还没有登记"}<span className="block text-ink-2">取自代表资料。{role === "DELEGATE" ? <>不对的，请<Link href={CORRECT} prefetch={false} className="inline-block py-1">申请更正</Link>。</> : "不对的，请以党代表身份申请更正。"}</span></>,
    }]} />
  );
}

function Contacts({ own, role }: { own: OwnChoices; role: Role }) {
  return (
    <>
      <div className="fields">
        <Mobile own={own} role={role} />
        {own.mailOn ? <Field name="mail" label={fieldNames.mail} hint={kept(own.mail)} optional><Input type="email" inputMode="email" autoComplete="off" maxLength={100} /></Field> : null}
      </div>
      {own.mobile && !own.ofRecord ? <Checkbox name="dropMobile" label="删除登记的手机号码" /> : null}
      {own.mailOn && own.mail ? <Checkbox name="dropMail" label="删除登记的邮箱" /> : null}
    </>
  );
}

const labels = { ...fieldNames, ...choiceFieldNames };

type Kind = OwnChoices["kinds"][number];

/** One kind: how it comes here, and whether it also goes out. Where mail is not set up, what was chosen for it is kept. */
function KindRow({ kind, mailOn }: { kind: Kind; mailOn: boolean }) {
  const [hold, sms, mail] = [field("hold", kind.key), field("sms", kind.key), field("mail", kind.key)];
  return (
    <li className="border-t border-line py-2">
      <div role="group" aria-label={kind.name} className="flex flex-wrap items-center gap-x-4 gap-y-1 md:grid md:grid-cols-[1fr_11rem_auto_auto]">
        <div className="flex w-full flex-wrap items-center gap-2"><b>{kind.name}</b>{kind.must ? <Tag tone="amber" mark={false}>须办</Tag> : null}</div>
        <div className="min-w-[8rem] flex-1">{kind.held ? <Field name={hold} label={<span className="sr">{kind.name}，站内</span>}><Select options={holds} defaultValue={kind.hold} /></Field> : <span className="text-ink-2">站内照常</span>}</div>
        <div className="whitespace-nowrap"><Checkbox name={sms} defaultChecked={kind.sms} label={<>短信<span className="sr">，{kind.name}</span></>} /></div>
        {mailOn ? <div className="whitespace-nowrap"><Checkbox name={mail} defaultChecked={kind.mail} label={<>邮件<span className="sr">，{kind.name}</span></>} /></div> : kind.mail ? <input type="hidden" name={mail} value="on" /> : null}
      </div>
    </li>
  );
}

/** On the phone the button ends the form and does not lie over the long list of kinds. */
const atTheEnd = "[&_.send]:static! [&_.send]:mx-0! [&_.send]:mb-0! [&_.send]:border-0! [&_.send]:px-0! [&_.send]:pb-0!";

/** How the own account wants its messages, one form: number and address, and for each kind the ways it takes. */
export function ChoiceForm({ own, role }: { own: OwnChoices; role: Role }) {
  return (
    <ActionForm action={chooseMessages} formKey={randomUUID()} id="choose" submit="保存接收方式" labels={labels} version={own.version} className={`max-w-4xl ${atTheEnd}`}>
      <Contacts own={own} role={role} />
      <p className="mt-4 mb-2 text-ink-2">须办的消息在站内照常显示，不能静音，以免误事。短信和邮件只有一句提醒，晚上十时至早上七时不发；站内读过的不再发。{own.mailOn ? "" : "本单位没有开通邮件。"}</p>
      <ul className="border-b border-line">{own.kinds.map((kind) => <KindRow key={kind.key} kind={kind} mailOn={own.mailOn} />)}</ul>
    </ActionForm>
  );
}
