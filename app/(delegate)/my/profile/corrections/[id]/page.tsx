import type { Metadata } from "next";
import { AskForm, type AskedInput } from "@/components/corrections/ask-form";
import { AskedList } from "@/components/corrections/asked-fields";
import { ProofForm, ProofLink } from "@/components/corrections/proof-part";
import { slugs, WithdrawForm } from "@/components/corrections/step-form";
import { StepList } from "@/components/corrections/step-list";
import { PhonePage } from "@/components/shell/delegate-shell";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { effects, stateTones } from "@/lib/corrections/labels";
import { may } from "@/lib/corrections/policy";
import { getComparison, listSteps, type Comparison } from "@/lib/corrections/queries";
import { requireDelegate } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "更正申请" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const typed = (of: Comparison) => of.rows.map((row): AskedInput => ({ field: row.field, now: row.present, value: row.value ?? "" }));

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireDelegate();
  const [{ id }, { step, refused }] = [await params, await searchParams];
  const found = await forPage(actor, getComparison(actor, id));
  const here = `/my/profile/corrections/${found.id}`;
  const event = found.open.find((e) => slugs[e] === step);
  const attaches = may(actor, "attach", found.facts) && (found.state === "SUBMITTED" || found.state === "RETURNED");
  if (event === "resubmit") return <PhonePage title="修改申请" back={here}><Card><p className="mb-4 text-ink-2">{effects.resubmit}</p><AskForm fields={typed(found)} reason={found.reason} of={found} back={here} /></Card></PhonePage>;
  if (event === "withdraw") return <PhonePage title="撤回申请" back={here}><Card><p className="mb-4 text-ink-2">{effects.withdraw}</p><WithdrawForm of={found} /></Card></PhonePage>;
  return (
    <PhonePage title="更正申请" back="/my/profile/corrections">
      <div className="stack">
        {found.state === "RETURNED" ? <Notice tone="warn" title="已退回，请修改后再次提交">{found.note}</Notice> : null}
        <Card title="申请更正的内容" aside={<Tag tone={stateTones[found.state]}>{found.stateName}</Tag>}>
          <AskedList fields={found.fields} />
          <p className="mt-2 border-t border-line pt-3 text-base text-ink-2">理由：{found.reason}</p>
        </Card>
        {found.open.length > 0 ? (
          <div className="grid gap-3">
            {found.open.includes("resubmit") ? <LinkButton href={`${here}?step=${slugs.resubmit}`} variant="primary" wide>修改后再次提交</LinkButton> : null}
            <LinkButton href={`${here}?step=${slugs.withdraw}`} wide>撤回申请</LinkButton>
          </div>
        ) : null}
        <Card title="证明材料"><ProofLink of={found} href={`${here}/proof`} />{attaches ? <ProofForm of={found} {...(typeof refused === "string" ? { refused: refused.slice(0, 200) } : {})} /> : null}</Card>
        <Card title="办理进展"><StepList of={found} steps={await listSteps(actor, found)} /></Card>
      </div>
    </PhonePage>
  );
}
