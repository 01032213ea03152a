import type { CheckedRow } from "@/lib/roster-imports/checked";
import { labelOf, type FieldKey } from "@/lib/delegates/roster/fields";
import { fieldNames } from "@/lib/delegates/labels";
import { acceptReasons, matchNames } from "@/lib/roster-imports/labels";
import { maskIdNumber, maskMobile } from "@/lib/platform/chinese/id-number";
import { ethnicityName } from "@/lib/platform/codes/ethnicity";
import { sexName } from "@/lib/platform/codes/sex";
import { Tag } from "@/components/ui/tag";

type Issue = CheckedRow["issues"][number];

const COLUMNS: { field: FieldKey; also?: FieldKey[] }[] = [
  { field: "sex" }, { field: "ethnicity" }, { field: "birthMonth" }, { field: "joinedPartyOn" }, { field: "education", also: ["degree"] },
  { field: "employerAndPosition", also: ["employer", "position"] }, { field: "primaryCategory", also: ["flags", "frontline"] }, { field: "mobile" }, { field: "idNumber" },
];

const headOf = (field: FieldKey) => (field === "employerAndPosition" ? "单位及职务" : labelOf(field));

const looks: Record<Issue["severity"], { cell: string; word: string; mark: string }> = {
  ERROR: { cell: "bad", word: "错误", mark: "■" }, PENDING: { cell: "wait", word: "待定", mark: "▲" }, NOTE: { cell: "tip", word: "提示", mark: "●" },
};
const order = ["ERROR", "PENDING", "NOTE"] as const;

/** "是" and "否" say nothing without their heading. */
function said(row: CheckedRow, field: FieldKey): string {
  const raw = row.raw[field] ?? "";
  if (field !== "frontline" || !raw || row.issues.some((i) => i.field === field)) return raw;
  return row.values.flags.includes("FRONTLINE") ? "一线" : "";
}

/** The cell as the sheet has it, a blank one as it is taken; numbers masked, for the preview is looked at by more than one. */
function shownCell(row: CheckedRow, fields: FieldKey[]): string {
  const text = fields.map((f) => said(row, f)).join(" ").replace(/\s+/g, " ").trim();
  if (fields[0] === "mobile" && row.values.mobile) return maskMobile(row.values.mobile);
  if (fields[0] === "idNumber" && row.values.idNumber) return maskIdNumber(row.values.idNumber);
  if (!text && fields[0] === "sex" && row.values.sex) return sexName(row.values.sex);
  if (!text && fields[0] === "ethnicity" && row.values.ethnicity) return ethnicityName(row.values.ethnicity);
  return text || "—";
}

/** Every fault of a row beside its name, the worst first: nobody looks for it along the line. */
function Problems({ issues }: { issues: Issue[] }) {
  const sorted = [...issues].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <td className="problem">
      {sorted.map((i) => (
        <span key={i.field + i.code + i.message} className={`why ${looks[i.accepted ? "NOTE" : i.severity].cell}`}><b>{labelOf(i.field)}</b><i aria-hidden="true">{looks[i.severity].mark}</i> {i.accepted ? `已接受：${i.accepted}` : `${looks[i.severity].word}：${i.message}`}</span>
      ))}
      {sorted.length === 0 ? <span className="muted">—</span> : null}
    </td>
  );
}

/** The worst of some faults; one that was accepted counts as a note. */
const worstOf = (issues: readonly Issue[]) => order.find((s) => issues.some((i) => i.severity === s && !i.accepted)) ?? (issues.length > 0 ? "NOTE" : null);

function Cell({ row, fields, head }: { row: CheckedRow; fields: FieldKey[]; head: string }) {
  const issues = row.issues.filter((i) => fields.includes(i.field));
  const worst = worstOf(issues);
  return <td className={worst ? looks[worst].cell : undefined} data-head={worst ? head : undefined}>{shownCell(row, fields)}{worst ? <span className="why"><i aria-hidden="true">{looks[worst].mark}</i> {looks[worst].word}</span> : null}</td>;
}

/** How one issue may be settled: choose, type the right value, or accept as it is with a reason. */
function Settle({ row, issue }: { row: CheckedRow; issue: Issue }) {
  const place = `${row.sheet}!${row.row}:${issue.field}`;
  const label = labelOf(issue.field);
  return (
    <div className="settle">
      <span>{label}“{(row.raw[issue.field] ?? "").slice(0, 30) || "空"}”</span>
      <input type="hidden" name="about[]" value={`cell|${place}`} />
      {issue.choices?.length ? (
        <select name="value[]" className="input small" aria-label={`第 ${row.row} 行${label}选定`} defaultValue=""><option value="">选定…</option>{issue.choices.map((c) => <option key={c.value} value={c.value}>{c.label}</option>)}</select>
      ) : (
        <input name="value[]" className="input small" placeholder="改正为" aria-label={`第 ${row.row} 行${label}改正为`} maxLength={200} autoComplete="off" />
      )}
      {issue.acceptable && !issue.accepted ? (
        <>
          <span>或按原样接受，理由</span>
          <input type="hidden" name="about[]" value={`accept|${place}:${issue.code}`} />
          <input name="value[]" className="input small long" list="accept-reasons" placeholder="如：与人事档案一致" aria-label={`第 ${row.row} 行${label}接受的理由`} maxLength={200} autoComplete="off" />
        </>
      ) : null}
    </div>
  );
}

function Differences({ row }: { row: CheckedRow }) {
  if (!("differences" in row.match) || row.match.differences.length === 0) return null;
  return <ul className="diffs">{row.match.differences.map((d) => <li key={d.field}>{fieldNames[d.field] ?? d.field}：<del>{d.old ?? "未填"}</del> → <ins>{d.new ?? "未填"}</ins></li>)}</ul>;
}

function Row({ row, delegation, told }: { row: CheckedRow; delegation: string; told: boolean }) {
  const open = row.issues.filter((i) => i.severity !== "NOTE" && !i.accepted);
  const named = row.issues.filter((i) => ["name", "delegation", "group", "electingUnit"].includes(i.field));
  const worst = worstOf(named);
  const more = open.length > 0 || ("differences" in row.match && row.match.differences.length > 0);
  return (
    <>
      <tr className={more ? "open" : undefined}>
        <td className="num">{row.row}</td>
        <td className={`who ${worst ? looks[worst].cell : ""}`}>{row.values.name || row.raw.name || "—"}<small>{delegation}</small>{row.match.kind === "ADD" ? null : <Tag tone="blue" mark={false}>{matchNames[row.match.kind]}</Tag>}</td>
        {told ? <Problems issues={row.issues} /> : null}
        {COLUMNS.map((c) => <Cell key={c.field} row={row} fields={[c.field, ...(c.also ?? [])]} head={headOf(c.field)} />)}
      </tr>
      {more ? <tr className="accept"><td /><td colSpan={COLUMNS.length + (told ? 2 : 1)}><Differences row={row} />{open.map((i) => <Settle key={i.field + i.code} row={row} issue={i} />)}</td></tr> : null}
    </>
  );
}

/** Rows of the sheet with every faulty cell marked, every fault in words beside the name, and the way to settle it underneath. */
export function PreviewTable({ rows, delegationNames }: { rows: CheckedRow[]; delegationNames: Map<string, string> }) {
  const nameOf = (row: CheckedRow) => {
    const d = row.values.delegation;
    return d === null ? (row.raw.delegation ?? "—") : "create" in d ? `${d.create}（新建）` : (delegationNames.get(d.id) ?? "—");
  };
  const told = rows.some((row) => row.issues.length > 0);
  return (
    <div className="scroll" role="region" aria-label="核对结果" tabIndex={0}>
      <table className={told ? "sheet import-sheet told" : "sheet import-sheet"}>
        <caption><span className="sr">核对结果</span></caption>
        <thead><tr><th scope="col">行号</th><th scope="col" className="who">姓名、代表团</th>{told ? <th scope="col" className="problem">问题</th> : null}{COLUMNS.map((c) => <th key={c.field} scope="col" className={c.field}>{headOf(c.field)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <Row key={`${row.sheet}!${row.row}`} row={row} delegation={nameOf(row)} told={told} />)}</tbody>
      </table>
      <datalist id="accept-reasons">{acceptReasons.map((r) => <option key={r} value={r} />)}</datalist>
    </div>
  );
}
