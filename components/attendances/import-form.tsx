import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox, RadioGroup } from "@/components/ui/choice";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { commitAttendanceImport } from "@/lib/attendances/actions";
import type { Check, Listed } from "@/lib/attendances/import-check";
import { SKIP, whyNames } from "@/lib/attendances/import-labels";
import { codeNames, codes, fieldNames } from "@/lib/attendances/labels";
import { displayName } from "@/lib/platform/chinese/name";
import { SettleSelect } from "./settle-select";

const SHOWN_NAMES = 30;
const SHOWN_CELLS = 10;
const several = (words: readonly string[], most: number, unit: string) => `${words.slice(0, most).join("、")}${words.length > most ? `等 ${words.length} ${unit}` : ""}`;

function Names({ check, free }: { check: Check; free: readonly Listed[] }) {
  const people = [{ value: SKIP, label: "不导入这一行" }, ...free.map((p) => ({ value: p.participationId, label: `${p.name}（${p.delegation}）` }))];
  return (
    <Table caption="对不上的姓名" columns={[{ label: "姓名", className: "who" }, { label: "单元格" }, { label: "原因" }, { label: "是谁" }]} compact>
      {check.names.map((n) => (
        <tr key={n.row}>
          <th scope="row" className="who">{displayName(n.name) || "没有姓名"}<small className="block font-normal text-ink-3">{n.delegation}</small></th><td className="num">{n.cell}</td><td className="wide">{whyNames[n.why]}</td>
          <td><SettleSelect name="names" at={n.row} label={`${n.cell} ${n.name}是谁`} options={n.why === "out" ? people.slice(0, 1) : people} /></td>
        </tr>
      ))}
    </Table>
  );
}

const meanings = codes.map((code) => ({ value: code, label: code === "NONE" ? "不登记" : codeNames[code] }));

function Marks({ check }: { check: Check }) {
  return (
    <Table caption="不认识的记号" columns={[{ label: "记号", className: "who" }, { label: "单元格" }, { label: "是什么" }]} compact>
      {check.marks.map((m, i) => <tr key={m.text}><th scope="row" className="who">{m.text}</th><td className="num wide">{several(m.cells, SHOWN_CELLS, "处")}</td><td><SettleSelect name="marks" at={i} label={`记号${m.text}是什么`} options={meanings} /></td></tr>)}
    </Table>
  );
}

type Props = { id: string; batch: string; mark: string; check: Check; /** Whom an unknown name may be. */ free: readonly Listed[]; corrects: boolean; adds: boolean };

/** Settles what the sheet leaves open and writes the rest; says so where there is nothing to write. */
export function ImportForm({ id, batch, mark, check, free, corrects, adds }: Props) {
  const again = <LinkButton href={`/manage/activities/${id}/attendance/import`}>重新上传</LinkButton>;
  const still = check.fresh.length + check.differs.length + check.names.length + check.marks.length + check.add.length;
  if (still === 0) return <Card title="确认"><Notice title="没有要写入的登记">表格与现有登记一致。</Notice><div className="acts mt-4">{again}</div></Card>;
  return (
    <Card title="确认">
      <p className="mb-4 text-ink-2">还没有写入任何数据。确认后写入，空白的单元格不写入。</p>
      <ActionForm action={commitAttendanceImport} formKey={randomUUID()} submit="写入到会登记" id="import" labels={fieldNames} beside={again}>
        <input type="hidden" name="id" value={id} /><input type="hidden" name="batch" value={batch} /><input type="hidden" name="expected" value={mark} />
        {check.names.length > 0 ? <Names check={check} free={free} /> : null}
        {check.marks.length > 0 ? <Marks check={check} /> : null}
        {check.add.length > 0 ? (adds ? <Checkbox name="add" label={<>把花名册中有、名单上没有的 {check.add.length} 人列入应参加名单<small className="block text-ink-3">{several(check.add.map((d) => d.name), SHOWN_NAMES, "人")}。不选的，这些行不写入。</small></>} /> : <p className="mb-4">{several(check.add.map((d) => d.name), SHOWN_NAMES, "人")}不在名单上，这些行不写入。</p>) : null}
        {check.differs.length > 0 ? <RadioGroup name="over" label={`${check.differs.length} 处与现有登记不同`} options={[{ value: "keep", label: "保留现有登记" }, { value: "take", label: "以表格为准", note: "须写明理由" }]} defaultValue="keep" /> : null}
        {check.differs.length > 0 || corrects ? <Field name="reason" label="理由" optional={!corrects} hint={corrects ? "名单已确认，更正须写明理由；学时和履职记录随之更改。" : "以表格为准时填写"}><Input maxLength={300} /></Field> : null}
      </ActionForm>
    </Card>
  );
}
