import { randomUUID } from "node:crypto";
import { OneButton } from "@/components/accounts/one-button";
import { Table } from "@/components/ui/table";
import { dropJobs, retryJobs } from "@/lib/jobs/actions";
import { kindNames } from "@/lib/jobs/labels";
import type { Failure } from "@/lib/jobs/queries";

/** What failed for the last time, each with its two ways on. */
export function FailureTable({ rows }: { rows: readonly Failure[] }) {
  return (
    <Table caption="未办成的任务" columns={[{ label: "任务", className: "who" }, { label: "种类" }, { label: "停止重试的时间" }, { label: "问题" }, { label: "办理" }]}>
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row" className="who">{row.what}</th><td>{kindNames[row.kind]}</td><td className="num">{row.when}</td><td className="break-all">{row.error || "—"}</td>
          <td><div className="flex flex-wrap gap-2"><OneButton key={randomUUID()} action={retryJobs} label="重试" fields={{ ids: row.key }} /><OneButton action={dropJobs} label="不再重试" fields={{ ids: row.key }} bare /></div></td>
        </tr>
      ))}
    </Table>
  );
}
