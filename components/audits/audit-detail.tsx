import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Table } from "@/components/ui/table";
import type { AuditRow } from "@/lib/audits/in-words";
import { OutcomeTag } from "./audit-table";

const valueColumns = [{ label: "项目", className: "who" }, { label: "原值" }, { label: "新值" }];

function Changes({ row }: { row: AuditRow }) {
  if (row.changes.length === 0) return <p className="muted">没有记录变动的项目。</p>;
  if (!row.open) return <p>变动的项目：{row.changes.map((change) => change.field).join("、")}。业务数据的内容不在审计中显示。</p>;
  return (
    <Table caption="变动的项目" columns={valueColumns}>
      {row.changes.map((change) => (
        <tr key={change.field}><th scope="row" className="who">{change.field}</th><td className="wide">{change.values?.old}</td><td className="wide">{change.values?.now}</td></tr>
      ))}
    </Table>
  );
}

export function AuditDetail({ row }: { row: AuditRow }) {
  return (
    <>
      <Card>
        <Describe columns="two" items={[
          { term: "序号", value: <span className="num">{row.seq}</span> },
          { term: "时间", value: <span className="num">{row.at}</span> },
          { term: "操作人", value: `${row.actorName}（${row.roleName}）` },
          { term: "来源地址", value: row.address },
          { term: "行为", value: row.verbName },
          { term: "结果", value: <OutcomeTag row={row} /> },
          { term: "对象", value: row.targetName ? `${row.targetType} ${row.targetName}` : row.targetType },
          { term: "对象编号", value: row.targetId },
          { term: "请求编号", value: row.requestId, full: true },
          { term: "说明", value: row.open || row.outcome === "REFUSED" ? row.reason : "业务事项的理由由经办部门查阅", full: true },
        ]} />
      </Card>
      <Card title="变动" className="mt-3"><Changes row={row} /></Card>
    </>
  );
}
