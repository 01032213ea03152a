import { randomUUID } from "node:crypto";
import Link from "next/link";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { PickAll } from "@/components/ui/batch-bar";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Blank, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { reviewDuties } from "@/lib/duties/actions";
import { fieldNames, kindNames, originMarks, stateNames, stateTones } from "@/lib/duties/labels";
import type { DutyRow } from "@/lib/duties/queries";
import { countsInWords } from "@/lib/duties/written";
import { displayName } from "@/lib/platform/chinese/name";
import { formatInstant } from "@/lib/platform/clock";

const columns = [{ label: "代表", className: "who" }, { label: "日期" }, { label: "类别" }, { label: "名称", className: "wide" }, { label: "计入" }, { label: "照片", align: "right" as const }, { label: "选举单位", className: "wide" }, { label: "来源" }, { label: "提交日期" }, { label: "状态" }];

const disputed = (row: DutyRow): ReactNode => (row.disputedAt && !row.settledAt ? <> <Tag tone="amber">有异议</Tag></> : null);

/** Records one a row; the name opens the record. With `picks`, all are under review and those the reader may decide can be ticked. */
export function DutyTable({ rows, picks = false }: { rows: readonly DutyRow[]; picks?: boolean }) {
  const heads = picks ? [{ label: <PickAll name="pick[]" />, key: "pick", className: "pick" }, ...columns.slice(0, -1)] : columns;
  return (
    <Table caption="履职记录" columns={heads}>
      {rows.map((row) => (
        <tr key={row.id}>
          {picks ? <td className="pick">{row.open.includes("approve") ? <input type="checkbox" name="pick[]" value={`${row.id}.${row.version}`} aria-label={`选中${row.name}的“${row.title}”`} /> : null}</td> : null}
          <th scope="row" className="who"><Link href={`/manage/duties/${row.id}`} prefetch={false}>{displayName(row.name)}</Link></th>
          <td className="num">{row.heldOn}</td>
          <td>{kindNames[row.kind]}</td>
          <td className="wide">{row.title}{disputed(row)}</td>
          <td>{countsInWords(row.kind, row) || <Blank />}</td>
          <td className="r num">{row._count.photos || <Blank />}</td>
          <td className="wide">{row.unit.name}</td>
          <td>{originMarks[row.origin]}</td>
          <td className="num">{row.submittedAt ? formatInstant(row.submittedAt).slice(0, 10) : <Blank />}</td>
          {picks ? null : <td><Tag tone={stateTones[row.state]}>{stateNames[row.state]}</Tag></td>}
        </tr>
      ))}
    </Table>
  );
}

/** The same rows with one verdict over those ticked. */
export function ReviewTable({ rows }: { rows: readonly DutyRow[] }) {
  return (
    <ActionForm action={reviewDuties} formKey={randomUUID()} submit="通过选中的" id="review" labels={{ ...fieldNames, note: "退回的理由" }} className="[&>.send]:px-4 [&>.send]:pb-4" beside={<Button name="verdict" value="reject">退回选中的</Button>}>
      <DutyTable rows={rows} picks />
      <div className="px-4 pt-4"><Field name="note" label="退回的理由" hint="退回时必填，至少 4 个字，填报人会看到；通过时作为审核意见，可以不填"><Input maxLength={300} autoComplete="off" /></Field></div>
    </ActionForm>
  );
}
