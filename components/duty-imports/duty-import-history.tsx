import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Table } from "@/components/ui/table";
import { Tag, type Tone } from "@/components/ui/tag";
import { stateNames } from "@/lib/duty-imports/labels";
import { PAGE, type listDutyImports } from "@/lib/duty-imports/queries";
import type { DutyImportState } from "@/prisma/client/enums";

type Listed = Awaited<ReturnType<typeof listDutyImports>>;

const tones: Record<DutyImportState, Tone> = { CHECKED: "amber", DONE: "green", CANCELLED: "plain", UNDONE: "plain" };
const columns = [{ label: "文件" }, { label: "上传时间" }, { label: "经办" }, { label: "新增", align: "right" as const }, { label: "已有", align: "right" as const }, { label: "未写入", align: "right" as const }, { label: "状态" }];

/** Every import of duties; each line opens its own page. */
export function DutyImportHistory({ rows, total, page }: Listed & { page: number }) {
  return (
    <Card title="导入记录" aside={`共 ${total} 次`} bare id="history">
      {rows.length === 0 ? <Empty title="还没有导入记录" why="上传第一个文件后，这里会留下记录。" /> : (
        <Table caption="导入记录" columns={columns}>
          {rows.map((b) => (
            <tr key={b.id}>
              <td className="who"><Link href={`/manage/duties/import/${b.id}`} prefetch={false}>{b.fileName}</Link></td>
              <td className="num">{b.uploadedAt}</td><td>{b.by}</td><td className="r num">{b.added}</td><td className="r num">{b.same}</td><td className="r num">{b.left}</td><td><Tag tone={tones[b.state]}>{stateNames[b.state]}</Tag></td>
            </tr>
          ))}
        </Table>
      )}
      <Pager path="/manage/duties/import" params={{}} total={total} page={page} size={PAGE} unit="次" sizes={[]} />
    </Card>
  );
}
