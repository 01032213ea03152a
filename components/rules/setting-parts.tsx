import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Confirm } from "@/components/ui/confirm";
import { Field, Textarea } from "@/components/ui/field";
import { Blank, Table } from "@/components/ui/table";
import { confirmRule, endRule, refuseRule, withdrawRule } from "@/lib/rules/actions";
import type { SettingEvent } from "@/lib/rules/flow";
import { effects, eventNames, fieldNames } from "@/lib/rules/labels";
import type { RulePage, Setting } from "@/lib/rules/setting-queries";

const steps = { confirm: confirmRule, refuse: refuseRule, withdraw: withdrawRule, end: endRule } as const;

/** One step on a setting, behind a second thought. */
function Step({ event, of }: { event: SettingEvent; of: Setting }) {
  return (
    <Confirm label={eventNames[event]} variant={event === "confirm" ? "default" : "plain"} title={`${eventNames[event]}：${of.scope} ${of.words}，${of.fromOn} 起`} text={effects[event]}>
      <ActionForm action={steps[event]} formKey={randomUUID()} id={`${event}-${of.id}`} submit={eventNames[event]} labels={fieldNames} version={of.version} variant={event === "confirm" ? "primary" : "danger"} small>
        <input type="hidden" name="id" value={of.id} />
        {event === "confirm" ? null : <Field name="note" label={fieldNames.note}><Textarea rows={2} maxLength={500} /></Field>}
      </ActionForm>
    </Confirm>
  );
}

const columns = [{ label: "适用范围", className: "who" }, { label: "数值" }, { label: "施行日" }, { label: "理由和依据" }, { label: "改设人" }];

/** Settings one below the other, each with why and by whom. */
export function SettingTable({ caption, settings }: { caption: string; settings: readonly Setting[] }) {
  return (
    <Table caption={caption} columns={columns} compact>
      {settings.map((s) => (
        <tr key={s.id}>
          <th scope="row" className="who">{s.scope}</th>
          <td>{s.words}</td>
          <td>{s.fromOn}</td>
          <td className="wide">{s.reason}{s.document ? `（${s.document}）` : ""}</td>
          <td>{s.enteredBy} {s.enteredAt}</td>
        </tr>
      ))}
    </Table>
  );
}

/** The same with what can be done about each; `none` is said to who may do nothing. */
export function OpenSettings({ caption, settings, none }: { caption: string; settings: readonly Setting[]; none: string }) {
  return (
    <>
      <SettingTable caption={caption} settings={settings} />
      {settings.map((s) => (
        <div key={s.id} className="border-t border-line px-5 py-3">
          <p className="text-ink-2">{s.scope} {s.words}，{s.fromOn} 起{s.open.length === 0 ? `：${none}` : ""}</p>
          <div className="flex flex-wrap items-start gap-3">{s.open.map((event) => <Step key={event} event={event} of={s} />)}</div>
        </div>
      ))}
    </>
  );
}

/** Everything done about a rule, as the audit has it. */
export function RuleHistory({ history }: { history: RulePage["history"] }) {
  return (
    <Table caption="改设记录" columns={[{ label: "时间", className: "who" }, { label: "办理" }, { label: "内容" }, { label: "理由" }, { label: "经办人" }]} compact>
      {history.map((e) => (
        <tr key={e.seq}>
          <th scope="row" className="who">{e.at}</th>
          <td>{e.act}</td>
          <td className="wide">{e.changes.map(({ field, old, now }) => `${field}：${old ? `${old} → ` : ""}${now ?? "—"}`).join("；")}</td>
          <td className="wide">{e.reason ?? <Blank />}</td>
          <td>{e.by}</td>
        </tr>
      ))}
    </Table>
  );
}
