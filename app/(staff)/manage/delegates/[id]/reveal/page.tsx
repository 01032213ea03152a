import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice";
import { Field, Textarea } from "@/components/ui/field";
import { PageHead } from "@/components/ui/page-head";
import { revealNumber } from "@/lib/delegates/actions";
import { fieldNames } from "@/lib/delegates/labels";
import { listBack, STAFF_LIST, withBack } from "@/lib/delegates/list-back";
import { may } from "@/lib/delegates/policy";
import { getDelegate } from "@/lib/delegates/queries";
import { recordInWords } from "@/lib/delegates/written";
import { displayName } from "@/lib/platform/chinese/name";
import { forPage } from "@/lib/platform/route";
import { requireStaff } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "查看完整号码" };

const labels = { field: "要看的号码", reason: "理由" };

export default async function Page({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  const words = recordInWords(d);
  const all = [{ value: "mobile", act: "revealMobile" }, { value: "idNumber", act: "revealIdNumber" }] as const;
  const open = all.filter(({ act }) => may(actor, act, d)).map(({ value }) => ({ value, label: fieldNames[value] ?? value, note: words[value] ?? "未填" }));
  if (open.length === 0) forbidden();
  const back = listBack((await searchParams).back);
  const here = withBack(`${STAFF_LIST}/${d.id}`, back);
  const name = displayName(d.person.name);
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: back }, { label: name, href: here }, { label: "查看完整号码" }]} title="查看完整号码" small={name} />
      <Card className="max-w-2xl">
        <p className="mb-4 text-ink-2">号码只在提交后显示一次。查看人、时间和理由记入这名代表的修改记录和审计。</p>
        <ActionForm action={revealNumber} formKey={randomUUID()} submit="查看号码" id="reveal" labels={labels} beside={<LinkButton href={here} variant="plain">返回代表档案</LinkButton>}>
          <input type="hidden" name="id" value={d.id} />
          <RadioGroup name="field" label={labels.field} options={open} defaultValue={open[0]?.value ?? null} />
          <Field name="reason" label={labels.reason} hint="如：会议通知电话联系本人"><Textarea rows={2} maxLength={200} /></Field>
        </ActionForm>
      </Card>
    </>
  );
}
