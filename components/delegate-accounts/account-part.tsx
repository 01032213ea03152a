import { LinkButton } from "@/components/ui/button";
import { Describe } from "@/components/ui/describe";
import { Tag } from "@/components/ui/tag";
import { standingNames, standingTones } from "@/lib/delegate-accounts/labels";
import type { DelegateAccount } from "@/lib/delegate-accounts/queries";

/** The account of a delegate beside the record: its state, the last day somebody signed in with it, and the way to what can be done. */
export function AccountPart({ id, account }: { id: string; account: DelegateAccount }) {
  const { opening, resetting } = account;
  return (
    <section className="mt-5 border-t border-line pt-4" aria-label="登录账号">
      <h3 className="mb-2 font-semibold">登录账号</h3>
      <p className="mb-1"><Tag tone={standingTones[account.standing]} mark>{standingNames[account.standing]}</Tag></p>
      {account.until ? <p className="num mb-1 text-13 text-ink-3">初始口令有效至 {account.until}</p> : null}
      {account.username ? <Describe items={[{ term: "登录名", value: <span className="num">{account.username}</span> }, { term: "最近登录", value: account.lastOn ? <span className="num">{account.lastOn}</span> : "没有登录过" }]} /> : null}
      {opening || resetting ? <p className="no-print mt-2"><LinkButton small href={`/manage/delegates/${id}/account`}>{opening && opening.do !== "skip" ? "开通账号" : "管理账号"}</LinkButton></p> : null}
    </section>
  );
}
