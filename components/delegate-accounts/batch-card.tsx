import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { AutoRefresh } from "@/components/ui/auto-refresh";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { cancelAccounts } from "@/lib/delegate-accounts/actions";
import { kindNames, obstacleNames, SLIP_DAYS, stateNames } from "@/lib/delegate-accounts/labels";
import type { Batch, Skipped } from "@/lib/delegate-accounts/queries";
import { TakeForm } from "./take-form";

const PATH = "/manage/delegates/accounts";

function AtWork({ batch }: { batch: Batch }) {
  return (
    <>
      <AutoRefresh seconds={1} />
      <Progress label="已处理" value={batch.progress} max={batch.total} unit="人" />
      <p className="muted mt-2 mb-3">可以离开本页，办理会继续；回来在“我的办理记录”中查看。全部处理完才一次写入，中途取消的，一个账号也不开通。</p>
      <ActionForm action={cancelAccounts} formKey={randomUUID()} id="cancel" submit="取消办理" variant="default" small><input type="hidden" name="id" value={batch.id} /></ActionForm>
    </>
  );
}

function ToTake({ batch }: { batch: Batch }) {
  return (
    <>
      <p className="mb-4">口令条 {batch.slips} 张。请在 {batch.until} 前领取，只能领取一次，领取后系统即删除。请保存好文件，打印分发后删除。</p>
      <TakeForm action={`${PATH}/${batch.id}/slips`} />
    </>
  );
}

const renew = <LinkButton href={`${PATH}?account=first`}>查看尚未首次登录的代表</LinkButton>;

function Standing({ batch }: { batch: Batch }) {
  switch (batch.state) {
    case "QUEUED":
    case "WRITING":
      return <AtWork batch={batch} />;
    case "DONE":
      return <ToTake batch={batch} />;
    case "TAKEN":
      return <><div className="mb-4"><Notice tone="done" title="口令条已领取">{batch.since} 领取。初始口令自办理起 {SLIP_DAYS} 天内有效。遗失文件的，为尚未首次登录的代表换发初始口令。</Notice></div>{renew}</>;
    case "EXPIRED":
      return <><div className="mb-4"><Notice tone="warn" title="口令条没有领取，已过期删除">账号已经办理。请为尚未首次登录的代表换发初始口令。</Notice></div>{renew}</>;
    case "CANCELLED":
      return <Notice title="已取消，没有办理">一个账号也没有开通。如仍需要，请重新办理。</Notice>;
    case "FAILED":
      return <Notice tone="danger" title={batch.reason ?? stateNames.FAILED} />;
  }
}

/** How far a batch is, and what can be done with it. */
export function BatchCard({ batch }: { batch: Batch }) {
  return <Card title={`${kindNames[batch.kind]}：${stateNames[batch.state]}`} aside={`${batch.askedAt} 提交，选定 ${batch.total} 人`} className="max-w-3xl"><Standing batch={batch} /></Card>;
}

/** What was done, and who was left out and why. */
export function ResultCard({ batch, skipped }: { batch: Batch; skipped: readonly { id: string; name: string; why: Skipped["why"] }[] }) {
  if (batch.slips + skipped.length === 0) return null;
  return (
    <Card title="办理结果" className="mt-3 max-w-3xl">
      <Describe columns="two" items={[{ term: "新开通", value: `${batch.opened} 人` }, { term: "沿用原账号", value: `${batch.reused} 人` }, { term: "换发口令", value: `${batch.renewed} 人` }, { term: "没有办理", value: `${batch.skipped.length} 人` }]} />
      {skipped.length > 0 ? <ul className="mt-3 max-h-80 overflow-auto">{skipped.map(({ id, name, why }) => <li key={id} className="py-1"><Link href={`/manage/delegates/${id}`} prefetch={false} className="mr-3">{name}</Link><span className="text-ink-2">{obstacleNames[why]}</span></li>)}</ul> : null}
    </Card>
  );
}
