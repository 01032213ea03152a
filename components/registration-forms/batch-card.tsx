import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { cancelForms } from "@/lib/registration-forms/actions";
import { refusals, stateNameOf } from "@/lib/registration-forms/labels";
import type { Batch } from "@/lib/registration-forms/queries";

const Cancel = ({ id, submit, variant }: { id: string; submit: string; variant?: "danger" }) => (
  <ActionForm action={cancelForms} formKey={randomUUID()} id="cancel" submit={submit} variant={variant ?? "default"} small><input type="hidden" name="id" value={id} /></ActionForm>
);

function AtWork({ batch }: { batch: Batch }) {
  return (
    <>
      <AutoRefresh seconds={1} />
      <Progress label="已生成" value={batch.progress} max={batch.total} unit="人" />
      <p className="muted mt-2 mb-3">可以离开本页，生成会继续；回来在“我的生成记录”中查看。</p>
      <Cancel id={batch.id} submit="取消生成" />
    </>
  );
}

function Done({ batch }: { batch: Batch }) {
  return (
    <>
      <p className="mb-4">{batch.total} 份登记表在一个压缩文件中，按花名册的次序编号。{batch.until} 前可以下载，只供您本人；每次下载记入审计。</p>
      <LinkButton href={`/manage/delegates/forms/${batch.id}/file`} variant="primary" download>下载压缩文件</LinkButton>
      <div className="mt-3"><Confirm label="提前删除" title="删除这个压缩文件" text="删除后不能再下载，可以重新生成。" variant="plain"><Cancel id={batch.id} submit="删除文件" variant="danger" /></Confirm></div>
    </>
  );
}

/** How far a batch is, and what can be done with it. */
export function BatchCard({ batch }: { batch: Batch }) {
  const why = batch.state === "EXPIRED" ? refusals.gone : (batch.reason ?? "文件没有保留。如仍需要，请重新生成。");
  return (
    <Card title={`${stateNameOf(batch)}：${batch.total} 人`} aside={`${batch.askedAt} 提交`} className="max-w-3xl">
      {batch.state === "QUEUED" || batch.state === "WRITING" ? <AtWork batch={batch} /> : batch.state === "DONE" ? <Done batch={batch} /> : <Notice tone={batch.state === "FAILED" ? "danger" : "info"} title={why} />}
    </Card>
  );
}
