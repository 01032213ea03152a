import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Confirm } from "@/components/ui/confirm";
import { Field, Textarea } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import { Timeline } from "@/components/ui/timeline";
import { confirmRule, endRule, refuseRule, withdrawRule } from "@/lib/rules/actions";
import type { SettingEvent } from "@/lib/rules/flow";
import { effects, eventNames, fieldNames } from "@/lib/rules/labels";
import type { RulePage, Setting } from "@/lib/rules/setting-queries";

const steps = { confirm: confirmRule, refuse: refuseRule, withdraw: withdrawRule, end: endRule } as const;

/** One step on a setting, behind a second thought. */
function Step({ event, of }: { event: SettingEvent; of: Setting }) {
  return (
    <Confirm label={eventNames[event]} variant={event === "confirm" ? "default" : "plain"} title={`${eventNames[event]}：${of.scope} ${of.words}，${of.fromOn} 起`} text={effects[event]}>
      <ActionForm action={steps[event]} formKey={randomUUID()} id={`${event}-${of.id}`} submit={event === "refuse" ? "不通过" : `${eventNames[event]}这一项`} labels={fieldNames} version={of.version} variant={event === "confirm" ? "primary" : "danger"} small>
        <input type="hidden" name="id" value={of.id} />
        {event === "confirm" ? null : <Field name="note" label={fieldNames.note}><Textarea rows={2} maxLength={500} /></Field>}
      </ActionForm>
    </Confirm>
  );
}

const reasonOf = (s: Setting): string => `${s.reason}${s.document ? `（${s.document}）` : ""}`;

const columns = [{ label: "适用范围", className: "who" }, { label: "数值" }, { label: "施行日" }, { label: "理由和依据" }, { label: "改设人" }];

/** Settings one below the other, each with why and by whom. */
export function SettingTable({ caption, settings }: { caption: string; settings: readonly Setting[] }) {
  return (
    <Table caption={caption} columns={columns}>
      {settings.map((s) => (
        <tr key={s.id}>
          <th scope="row" className="who">{s.scope}</th>
          <td>{s.words}</td>
          <td>{s.fromOn}</td>
          <td className="wide">{reasonOf(s)}</td>
          <td>{s.enteredBy} {s.enteredAt}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Settings that can still be changed, each with what can be done about it; `none` is said to who may do nothing. */
export function OpenSettings({ settings, none }: { settings: readonly Setting[]; none: string }) {
  return settings.map((s, i) => (
    <div key={s.id} className={i === 0 ? "px-5 pb-3" : "border-t border-line px-5 py-3"}>
      <b>{s.scope} {s.words}，{s.fromOn} 起</b>
      <p className="mb-2 text-ink-2">{reasonOf(s)}。{s.enteredBy} {s.enteredAt} 提出{s.open.length === 0 ? `，${none}` : ""}</p>
      {s.open.map((event) => <Step key={event} event={event} of={s} />)}
    </div>
  ));
}

/** Everything done about a rule, as the audit has it, the latest on top. */
export function RuleHistory({ history }: { history: RulePage["history"] }) {
  const changes = (e: RulePage["history"][number]) => e.changes.map(({ field, old, now }) => `${field}：${old ? `${old} → ` : ""}${now ?? "—"}`).join("；");
  return <Timeline items={history.map((e) => ({ key: e.seq, title: e.act, when: `${e.at} ${e.by}`, text: `${changes(e)}${e.reason ? `。理由：${e.reason}` : ""}`, at: "past" }))} />;
}
