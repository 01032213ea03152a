import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EndingGrants } from "@/components/delegates/ending-grants";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice";
import { Empty } from "@/components/ui/empty";
import { Field, Input, Select, Textarea } from "@/components/ui/field";
import { PageHead } from "@/components/ui/page-head";
import { changeDelegateStatus } from "@/lib/delegates/actions";
import { causeNames, effects, eventNames, statusNames, suspendingCauses } from "@/lib/delegates/labels";
import { listBack, STAFF_LIST, withBack } from "@/lib/delegates/list-back";
import { openTo } from "@/lib/delegates/policy";
import { getDelegate } from "@/lib/delegates/queries";
import { unitGrantsEnding } from "@/lib/delegates/unit-grants-queries";
import { displayName } from "@/lib/platform/chinese/name";
import { today } from "@/lib/platform/clock";
import { forPage } from "@/lib/platform/route";
import { requireOffice } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "变更状态" };

const labels = { event: "办理事项", cause: "暂停的原因", effectiveOn: "生效日期", basis: "依据" };
const causes = suspendingCauses.map((value) => ({ value, label: causeNames[value] }));

export default async function Page({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  const back = listBack((await searchParams).back);
  const here = withBack(`${STAFF_LIST}/${d.id}`, back);
  const events = openTo(actor, d).map((event) => ({ value: event, label: eventNames[event], note: effects[event] }));
  const name = displayName(d.person.name);
  const head = <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: back }, { label: name, href: here }, { label: "变更状态" }]} title="变更状态" small={`${name}\u3000现为“${statusNames[d.status]}”`} />;
  if (events.length === 0) return <>{head}<Empty title="现在没有可以办理的事项" why="这名代表的状态已不能变更，或者应由部领导办理。" next={{ href: here, label: "返回代表档案" }} /></>;
  return (
    <>
      {head}
      <Card className="max-w-2xl">
        <EndingGrants grants={events.some((e) => e.value === "TRANSFER_OUT") ? await unitGrantsEnding(actor, d) : []} when="登记调离后" />
        <ActionForm action={changeDelegateStatus} formKey={randomUUID()} submit="办理变更" id="status" labels={labels} version={d.version} beside={<LinkButton href={here} variant="plain">取消</LinkButton>}>
          <input type="hidden" name="id" value={d.id} />
          <input type="hidden" name="back" value={back} />
          <RadioGroup name="event" label={labels.event} options={events} {...(events.length === 1 ? { defaultValue: events[0]?.value ?? null } : {})} />
          {events.some((e) => e.value === "SUSPEND") ? <Field name="cause" label={labels.cause} hint="只在暂停时选择"><Select options={causes} empty="不是暂停" /></Field> : null}
          <Field name="effectiveOn" label={labels.effectiveOn}><Input type="date" defaultValue={today()} max={today()} className="short" /></Field>
          <Field name="basis" label={labels.basis} hint="写明会议名称或文件号，将记入资格记录"><Textarea rows={2} maxLength={200} /></Field>
        </ActionForm>
      </Card>
    </>
  );
}
