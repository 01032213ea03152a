import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Notice } from "@/components/ui/notice";
import { undoDutyImport } from "@/lib/duty-imports/actions";
import { refusals } from "@/lib/duty-imports/labels";
import type { DutyImportSummary } from "@/lib/duty-imports/queries";
import { formatInstant, now } from "@/lib/platform/clock";

function toldOf({ state, added, same }: DutyImportSummary): { tone: "done" | "info"; title: string } {
  if (state === "DONE") return { tone: "done", title: `已导入 ${added} 笔履职记录${same > 0 ? `，另有 ${same} 笔系统中已有` : ""}。` };
  if (state === "UNDONE") return { tone: "info", title: `已撤销，导入的 ${added} 笔记录已全部移除。` };
  return { tone: "info", title: state === "CANCELLED" ? "已放弃，没有写入任何数据。" : refusals.gone };
}

/** How an import ended, and the one next step. */
export function DutyImportResult({ batch }: { batch: DutyImportSummary }) {
  const { tone, title } = toldOf(batch);
  const done = batch.state === "DONE";
  return (
    <Card title={batch.fileName}>
      <Notice tone={tone} title={title}>
        {done ? (batch.left > 0 ? `另有 ${batch.left} 行未写入，请改正后再上传；已导入的不会重复。` : "表中各行均已处理。") : null}
        {done && batch.left > 0 && batch.fileKept ? <div className="mt-2"><LinkButton href={`/manage/duties/import/${batch.id}/errors`} small download>下载错误工作簿</LinkButton></div> : null}
      </Notice>
      <div className="acts mt-4">
        {done ? <LinkButton href={`/manage/duties?import=${batch.id}`} variant="primary">查看这批记录</LinkButton> : null}
        <LinkButton href="/manage/duties/import" variant={done ? "default" : "primary"}>{done ? "再导入一个文件" : "重新上传"}</LinkButton>
        {batch.undoUntil && batch.undoUntil > now() ? (
          <Confirm label="撤销这次导入" title={`撤销后，导入的 ${batch.added} 笔记录全部移除；可撤销至 ${formatInstant(batch.undoUntil)}`} variant="plain"><ActionForm action={undoDutyImport} formKey={randomUUID()} id="undo" submit="撤销这次导入" variant="danger" small><input type="hidden" name="id" value={batch.id} /></ActionForm></Confirm>
        ) : null}
      </div>
    </Card>
  );
}
