import Link from "next/link";
import { Table } from "@/components/ui/table";
import { hrefWith } from "@/components/ui/href";
import { gapNames, type Gap } from "@/lib/delegates/gaps";
import type { GapRow } from "@/lib/delegates/gap-queries";

const gaps = Object.keys(gapNames) as Gap[];
const columns = [{ label: "代表团", className: "who" }, { label: "在任", align: "right" as const }, ...gaps.map((gap) => ({ label: gapNames[gap], align: "right" as const, className: "whitespace-normal! py-1! text-balance" }))];

/** A figure with exactly its people behind it. */
function Figure({ value, gap, delegation }: { value: number; gap?: Gap; delegation?: string }) {
  return <td className="r num">{value === 0 ? "0" : <Link href={hrefWith("/manage/delegates", { scope: "active", gap, delegation }, {})} prefetch={false}>{value.toLocaleString("en")}</Link>}</td>;
}

/** Delegation by delegation who is in office and who has not yet done what is expected. */
export function GapTable({ rows }: { rows: readonly GapRow[] }) {
  const sum = (of: (row: GapRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const total = <tr><th scope="row" className="who">合计</th><Figure value={sum((r) => r.heads)} />{gaps.map((gap) => <Figure key={gap} gap={gap} value={sum((r) => r.of[gap])} />)}</tr>;
  return (
    <Table caption="各代表团履职缺项" columns={columns} foot={total} landscape>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who">{row.name}</th>
          <Figure value={row.heads} delegation={row.id} />
          {gaps.map((gap) => <Figure key={gap} gap={gap} delegation={row.id} value={row.of[gap]} />)}
        </tr>
      ))}
    </Table>
  );
}
