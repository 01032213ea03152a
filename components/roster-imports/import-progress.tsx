import { randomUUID } from "node:crypto";
import type { ImportSummary } from "@/lib/roster-imports/queries";
import { cancelImport } from "@/lib/roster-imports/actions";
import { stateNames } from "@/lib/roster-imports/labels";
import { ActionForm } from "@/components/ui/action-form";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";

/** A job at work: how far, that one may leave, and the way to stop it before anything is written. */
export function ImportProgress({ batch }: { batch: ImportSummary }) {
  const writing = batch.state === "COMMITTING";
  return (
    <Card title={`${stateNames[batch.state]}：${batch.fileName}`}>
      <AutoRefresh seconds={1} />
      {writing ? <Progress label="已写入" value={batch.progress} max={batch.total} /> : <p role="status">正在读取并逐行核对，通常几秒钟。</p>}
      <p className="muted mt-2 mb-3">可以离开本页，处理会继续；回来在“导入记录”中查看。{writing ? "写入是整批的：全部成功才生效。" : ""}</p>
      <ActionForm action={cancelImport} formKey={randomUUID()} id="cancel" submit="取消这次导入" variant="default" small><input type="hidden" name="id" value={batch.id} /></ActionForm>
    </Card>
  );
}
