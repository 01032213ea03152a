"use client";
import { asText, useControl } from "@/components/ui/form-context";
import { Table } from "@/components/ui/table";

export type PickRow = { field: string; label: string; keep: string | null; drop: string | null; same: boolean };

const sides = ["keep", "drop"] as const;
const blank = "未填";

/** What is filled in only on one side is taken from there, unless somebody chooses otherwise. */
const usual = (row: PickRow): string => (row.keep === null && row.drop !== null ? "drop" : "keep");

function Choice({ row, heads }: { row: PickRow; heads: Readonly<Record<(typeof sides)[number], string>> }) {
  const { id, errors, describedBy, typed } = useControl(row.field);
  const picked = typed === undefined ? usual(row) : asText(typed);
  const masked = row.keep !== null && row.keep === row.drop;
  return (
    <tr>
      <th scope="row" className="align-top"><span className="block py-3">{row.label}{errors.length > 0 ? <span className="block text-danger" id={`${id}-err`}>{errors.join("；")}</span> : null}{masked ? <span className="block text-13 text-ink-3">两边不同，只是显示的部分相同</span> : null}</span></th>
      {sides.map((side) => (
        <td key={side} className="wide min-w-24!">
          <div className="choice bare">
            <input type="radio" id={`${id}-${side}`} name={row.field} value={side} defaultChecked={picked === side} aria-describedby={describedBy} aria-label={`${row.label}采用${heads[side]}的：${row[side] ?? blank}`} />
            <label htmlFor={`${id}-${side}`}>{row[side] ?? <span className="muted">{blank}</span>}</label>
          </div>
        </td>
      ))}
    </tr>
  );
}

/** Two records side by side: what is the same is told once, of the rest one side is chosen. */
export function PickTable({ rows, heads }: { rows: readonly PickRow[]; heads: Readonly<Record<(typeof sides)[number], string>> }) {
  return (
    <Table caption="逐项选择" columns={[{ label: "项目" }, { label: heads.keep }, { label: heads.drop }]}>
      {rows.map((row) => row.same
        ? <tr key={row.field}><th scope="row">{row.label}</th><td className="wide min-w-0!" colSpan={2}>{row.keep ?? <span className="muted">两边都未填</span>}{row.keep ? <span className="ml-3 text-13 text-ink-3">两边相同</span> : null}</td></tr>
        : <Choice key={row.field} row={row} heads={heads} />)}
    </Table>
  );
}
