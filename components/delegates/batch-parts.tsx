import Link from "next/link";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field, Select, type Option } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import { activeFilters } from "@/lib/delegates/active-filters";
import { hrefOf, paramsOf, type DelegateFilters } from "@/lib/delegates/filters";
import { outcomeNames, outlookNames } from "@/lib/delegates/labels";
import type { RosterChoices } from "@/lib/delegates/queries";
import { STAFF_LIST } from "@/lib/delegates/list-back";
import { displayName } from "@/lib/platform/chinese/name";
import type { BatchOutcome } from "@/prisma/client/enums";

/** The list a batch goes on with, as hidden fields of a form that asks further. */
export const ListFields = ({ filters }: { filters: DelegateFilters }) => Object.entries(paramsOf(filters)).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);

/** Of whom a batch is: conditions in words, and the first five names. */
export function WhoIsMeant({ filters, choices, names, heads }: { filters: DelegateFilters; choices: RosterChoices; names: readonly string[]; heads: number }) {
  const conditions = activeFilters(paramsOf(filters), choices).map(({ label, value }) => `${label}：${value}`);
  return (
    <p className="mb-4 text-ink-2">
      {conditions.length > 0 ? `条件：${conditions.join("；")}。` : "未设条件，为本届在册的全部代表。"}
      <Link className="underline" prefetch={false} href={hrefOf(STAFF_LIST, filters)}>共 {heads} 人</Link>：{names.slice(0, 5).join("、")}{heads > 5 ? " 等" : ""}。
    </p>
  );
}

export const GoOn = ({ label, back }: { label: string; back: string }) => (
  <div className="send"><Button>{label}</Button><LinkButton href={back} variant="plain">返回花名册</LinkButton></div>
);

/** A list of places where the first line leaves everything as it is. */
export const Kept = ({ name, label, options, value }: { name: string; label: string; options: readonly Option[]; value?: string | undefined }) => (
  <Field name={name} label={label}><Select options={options} empty="不改动" defaultValue={value ?? ""} /></Field>
);

type Planned = { row: { name: string }; outcome: BatchOutcome };

/** How many there are of each outlook, with the names of those who are passed over. */
export function Outlook({ plan, counts }: { plan: readonly Planned[]; counts: readonly { outcome: BatchOutcome; heads: number }[] }) {
  return (
    <ul className="mb-4 grid gap-1">
      {counts.map(({ outcome, heads }) => {
        const names = plan.filter((one) => one.outcome === outcome).map((one) => one.row.name);
        return <li key={outcome}><b>{outlookNames[outcome]} <span className="num">{heads}</span> 人</b>{outcome === "DONE" ? null : <span className="text-ink-2">：{names.slice(0, 10).join("、")}{heads > 10 ? " 等" : ""}</span>}</li>;
      })}
    </ul>
  );
}

/** Rows of a preview: old and new side by side, fifty at most. */
export function BeforeAfter({ rows, label }: { rows: readonly { id: string; name: string; before: string; after: string }[]; label: string }) {
  const SHOWN = 50;
  return (
    <Card title={`将改动的 ${rows.length} 人`} {...(rows.length > SHOWN ? { aside: `以下为前 ${SHOWN} 人` } : {})} bare>
      <Table caption={label} columns={[{ label: "姓名", className: "who" }, { label: "现在", className: "wide" }, { label: "改为", className: "wide" }]} compact>
        {rows.slice(0, SHOWN).map((row) => <tr key={row.id}><th scope="row" className="who">{displayName(row.name)}</th><td className="wide">{row.before}</td><td className="wide">{row.after}</td></tr>)}
      </Table>
    </Card>
  );
}

type Batch = { id: string; termId: string; outcomes: readonly { outcome: BatchOutcome; heads: number }[] };

/** What became of everybody in a batch; each figure leads to exactly its people. */
export function Outcomes({ batch }: { batch: Batch }) {
  return (
    <Table caption="办理结果" columns={[{ label: "结果", className: "who" }, { label: "人数", align: "right" }]}>
      {batch.outcomes.map(({ outcome, heads }) => (
        <tr key={outcome}>
          <th scope="row" className="who">{outcomeNames[outcome]}</th>
          <td className="r"><Link prefetch={false} href={hrefOf(STAFF_LIST, { term: batch.termId, batch: batch.id, outcome })}>{heads} 人，看名单</Link></td>
        </tr>
      ))}
    </Table>
  );
}
