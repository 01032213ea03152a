import type { Metadata } from "next";
import { listNameable } from "@/lib/contacts/queries";
import { NoMandate } from "@/components/delegates/own-parts";
import { DutyForm } from "@/components/duties/duty-form";
import { ChosenKind, KindRows, LastRows } from "@/components/duties/kind-rows";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Empty } from "@/components/ui/empty";
import { SectionHead } from "@/components/ui/rows";
import { statusNames } from "@/lib/delegates/labels";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { refusals } from "@/lib/duties/labels";
import { listLastLogged, listLastPlaces } from "@/lib/duties/own-queries";
import { getDuty } from "@/lib/duties/queries";
import { newParams } from "@/lib/duties/schema";
import { beginsOn, copyOf, emptyForm } from "@/lib/duties/written";
import { today } from "@/lib/platform/clock";
import { requireDelegate } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "记一笔履职" };

const HERE = "/my/duties/new";

export default async function Page({ searchParams }: PageProps<"/my/duties/new">) {
  const actor = await requireDelegate();
  const [d, { kind, copy, contact }] = [await getOwnDelegate(actor), newParams.parse(await searchParams)];
  if (!d) return <PhonePage title="记一笔履职" back="/my/duties"><NoMandate /></PhonePage>;
  if (d.status !== "ACTIVE") return <PhonePage title="记一笔履职" back="/my/duties"><section className="card"><Empty title="现在不能填报履职" why={refusals.notActive(statusNames[d.status])} next={{ href: "/my/duties", label: "返回我的履职" }} /></section></PhonePage>;
  const from = copy ? await forPage(actor, getDuty(actor, copy)) : null;
  const chosen = from?.kind ?? kind;
  if (!chosen) {
    const last = await listLastLogged(actor, d.id);
    return (
      <PhonePage title="记一笔履职" back="/my/duties">
        <SectionHead title="选择类别" />
        <KindRows href={(key) => `${HERE}?kind=${key}`} />
        {last.length > 0 ? <><SectionHead title="照最近的一条再记" /><LastRows rows={last} href={(id) => `${HERE}?copy=${id}`} /></> : null}
        <p className="mt-4 text-base text-ink-3">参加党代会和提案提议由系统自动记录，不需要填报。</p>
      </PhonePage>
    );
  }
  const contacts = await listNameable(actor, d.id);
  return (
    <PhonePage title="记一笔履职" back={HERE}>
      <ChosenKind kind={chosen} change={HERE} />
      <DutyForm to={{ act: "log", account: actor.accountId, restores: !from && !contact }} kind={chosen} values={from ? copyOf(from, today()) : emptyForm(today())} places={await listLastPlaces(actor, d.id)} contacts={contacts} named={contacts.filter(({ id }) => id === contact || from?.named.some((one) => one.id === id))} today={today()} begins={beginsOn(d)} />
    </PhonePage>
  );
}
