import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { formatMonth } from "@/lib/platform/clock";
import { displayName } from "@/lib/platform/chinese/name";
import { reconsiderPersons } from "@/lib/merges/actions";
import type { DistinctionRecord, PersonMergeRecord } from "@/lib/merges/queries";

/** Merges one a row; the name opens it. */
export function MergeTable({ rows }: { rows: readonly PersonMergeRecord[] }) {
  return (
    <Table caption="人员合并" columns={[{ label: "保留的人员", className: "who" }, { label: "并入的人员" }, { label: "代表资格" }, { label: "依据", className: "wide" }, { label: "经办人" }, { label: "合并时间" }, { label: "状态" }]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link href={`/manage/quality/merges/${row.id}`} prefetch={false}>{displayName(row.keptName)}</Link></th>
          <td>{displayName(row.droppedName)}</td>
          <td>转入 {row.moved} 条{row.removed > 0 ? `，撤下 ${row.removed} 条` : ""}</td>
          <td className="wide">{row.grounds}</td>
          <td>{row.accountName}</td>
          <td className="num">{row.on}</td>
          <td><MergeState of={row} /></td>
        </tr>
      ))}
    </Table>
  );
}

export function MergeState({ of }: { of: PersonMergeRecord }) {
  if (of.undoneAt) return <Tag>已撤销</Tag>;
  return of.undoableUntil ? <Tag tone="amber">可撤销</Tag> : <Tag tone="green">已合并</Tag>;
}

/** Pairs found to be two people, each with the way back. */
export function DistinctionTable({ rows }: { rows: readonly DistinctionRecord[] }) {
  const person = (p: DistinctionRecord["low"]) => `${displayName(p.name)}（${formatMonth(p.birthMonth)}）`;
  return (
    <Table caption="认定不是同一人" columns={[{ label: "两人", className: "who" }, { label: "依据", className: "wide" }, { label: "经办人" }, { label: "认定时间" }, { label: "撤销" }]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link href={`/manage/quality/merges/new?keep=${row.low.id}&drop=${row.high.id}`} prefetch={false}>{person(row.low)}，{person(row.high)}</Link></th>
          <td className="wide">{row.grounds}</td>
          <td>{row.accountName}</td>
          <td className="num">{row.on}</td>
          <td><ActionForm action={reconsiderPersons} formKey={randomUUID()} id={`reconsider-${row.id}`} submit="撤销认定" variant="plain" small><input type="hidden" name="keepId" value={row.low.id} /><input type="hidden" name="dropId" value={row.high.id} /></ActionForm></td>
        </tr>
      ))}
    </Table>
  );
}
