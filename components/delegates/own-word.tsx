import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/choice";
import { Describe } from "@/components/ui/describe";
import { Notice } from "@/components/ui/notice";
import { inPlace } from "@/components/ui/in-place";
import { Row, Rows, SectionHead } from "@/components/ui/rows";
import { confirmOwnRecord, setPublicConsents } from "@/lib/delegates/actions";
import type { OwnWord } from "@/lib/delegates/own-queries";

/** The yearly word that the record is right: a button until it is said, a dated sentence afterwards. */
export function ConfirmPart({ word, active }: { word: OwnWord; active: boolean }) {
  if (word.confirmed) return <Notice tone="done" title={`${word.year} 年信息已确认无误`}><span className="num">{word.confirmed}</span> 确认。以后有变动，请申请更正。</Notice>;
  if (!active) return null;
  return (
    <Card title={`请确认 ${word.year} 年的登记资料`}>
      <p className="mb-4 text-ink-2">请逐项核对下方资料。无误的，请确认；有误的，请先申请更正。</p>
      <ActionForm action={confirmOwnRecord} formKey={randomUUID()} submit="我的信息无误" id="confirm" className={inPlace} beside={<LinkButton href="/my/profile/corrections/new">申请更正</LinkButton>}>
        <input type="hidden" name="year" value={word.year} />
      </ActionForm>
    </Card>
  );
}

/** What may stand in the public directory; each yes can be taken back here at any time. */
export function ConsentForm({ word, active }: { word: OwnWord; active: boolean }) {
  const options = word.consents.filter((c) => active || c.given).map(({ field, name, given, since }) => ({ value: field, label: name, note: since ? `${since} ${given ? "同意公开" : "撤回同意"}` : "没有同意过" }));
  if (options.length === 0) return <p className="text-ink-2">您没有同意公开任何一项。在任代表可以同意公开。</p>;
  return (
    <ActionForm action={setPublicConsents} formKey={randomUUID()} submit="保存公开意愿" id="consents" labels={{ fields: "同意公开的项目" }}>
      <CheckboxGroup name="fields" label="同意公开的项目" hint="不选的不公开。以后可以随时在这里撤回，撤回后不再公开。" options={options} defaultValue={word.consents.filter((c) => c.given).map((c) => c.field)} />
    </ActionForm>
  );
}

/** What a delegate can do about the own data. */
export function OwnDataLinks({ corrections }: { corrections: number }) {
  return (
    <>
      <SectionHead title="本人资料" />
      <Rows label="本人资料">
        <Row label="更正申请" value={corrections > 0 ? `${corrections} 件办理中` : undefined} href="/my/profile/corrections" />
        <Row label="公开意愿" href="/my/profile/consents" />
        <Row label="变动记录" href="/my/profile/history" />
        <li><a className="row" href="/my/profile/file" download><span>下载本人资料</span><span className="v">Excel 工作簿</span></a></li>
      </Rows>
    </>
  );
}

/** The same for the office, beside the record. */
export function OwnWordPart({ word }: { word: OwnWord }) {
  return (
    <section className="mt-5 border-t border-line pt-4" aria-label="本人确认和公开意愿">
      <h3 className="mb-2 font-semibold">本人确认和公开意愿</h3>
      <Describe items={[
        { term: `${word.year} 年`, value: word.confirmed ? <>已确认无误<span className="num block text-13 text-ink-3">{word.confirmed}</span></> : "未确认" },
        ...word.consents.map((c) => ({ term: `公开${c.name}`, value: c.since ? <>{c.given ? "同意" : "已撤回"}<span className="num block text-13 text-ink-3">{c.since}</span></> : "未同意" })),
      ]} />
    </section>
  );
}
