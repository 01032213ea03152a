import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { refusals } from "@/lib/unit-imports/labels";
import type { UnitImportSummary } from "@/lib/unit-imports/queries";

function toldOf({ state, added, adjusted }: UnitImportSummary): { tone: "done" | "info"; title: string } {
  if (state === "DONE") return { tone: "done", title: `已导入：新设 ${added} 个，调整属性 ${adjusted} 个。` };
  return { tone: "info", title: state === "CANCELLED" ? "已放弃，没有写入任何数据。" : refusals.gone };
}

/** How an import ended, and the one next step. */
export function UnitImportResult({ batch }: { batch: UnitImportSummary }) {
  const { tone, title } = toldOf(batch);
  return (
    <Card title={batch.fileName}>
      <Notice tone={tone} title={title}>
        {batch.state === "DONE" ? (batch.left > 0 ? `另有 ${batch.left} 行未写入，请改正后再上传；已导入的不会重复。` : "表中各行均已处理。") : null}
        {batch.state === "DONE" && batch.left > 0 && batch.fileKept ? <div className="mt-2"><LinkButton href={`/manage/units/import/${batch.id}/errors`} small download>下载错误工作簿</LinkButton></div> : null}
      </Notice>
      <div className="acts mt-4">
        {batch.state === "DONE" ? <LinkButton href="/manage/units" variant="primary">查看党组织</LinkButton> : null}
        <LinkButton href="/manage/units/import" variant={batch.state === "DONE" ? "default" : "primary"}>{batch.state === "DONE" ? "再导入一个文件" : "重新上传"}</LinkButton>
      </div>
    </Card>
  );
}
