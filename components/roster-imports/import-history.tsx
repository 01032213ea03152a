import Link from "next/link";
import type { listImports } from "@/lib/roster-imports/queries";
import { stateNames } from "@/lib/roster-imports/labels";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import { Tag, type Tone } from "@/components/ui/tag";
import type { RosterImportState } from "@/prisma/client/enums";

type Rows = Awaited<ReturnType<typeof listImports>>;

const tones: Record<RosterImportState, Tone> = { UPLOADED: "blue", CHECKING: "blue", CHECKED: "amber", COMMITTING: "blue", DONE: "green", REFUSED: "danger", CANCELLED: "plain", FAILED: "danger", UNDONE: "plain" };
const columns = [{ label: "文件" }, { label: "上传时间" }, { label: "届次" }, { label: "经办" }, { label: "行数", align: "right" as const }, { label: "新增", align: "right" as const }, { label: "更新", align: "right" as const }, { label: "状态" }, { label: "可撤销至" }];

/** Every import of the committee; each line opens its own page. */
export function ImportHistory({ rows, total, page }: Rows & { page: number }) {
  return (
    <Card title="导入记录" aside={`共 ${total} 次`} bare id="history">
      {rows.length === 0 ? <Empty title="还没有导入记录" why="上传第一个文件后，这里会留下记录。" /> : (
        <Table caption="导入记录" columns={columns}>
          {rows.map((b) => (
            <tr key={b.id}>
              <td className="who"><Link href={`/manage/delegates/import/${b.id}`} prefetch={false}>{b.fileName}</Link></td>
              <td className="num">{b.uploadedAt}</td><td>{b.term}</td><td>{b.by}</td>
              <td className="r num">{b.counts?.rows ?? "—"}</td><td className="r num">{b.added}</td><td className="r num">{b.updated}</td>
              <td><Tag tone={tones[b.state]}>{stateNames[b.state]}</Tag></td><td className="num">{b.undoableUntil ?? "—"}</td>
            </tr>
          ))}
        </Table>
      )}
      <Pager path="/manage/delegates/import" params={{}} total={total} page={page} size={20} unit="次" sizes={[]} />
    </Card>
  );
}
