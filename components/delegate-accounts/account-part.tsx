import { LinkButton } from "@/components/ui/button";
import { Describe } from "@/components/ui/describe";
import type { DelegateAccount } from "@/lib/delegate-accounts/queries";
import { StandingTag } from "./account-list";

/** The account of a delegate beside the record: its state, the last day somebody signed in with it, and the way to what can be done. */
export function AccountPart({ id, account }: { id: string; account: DelegateAccount }) {
  const { opening, resetting } = account;
  return (
    <section className="mt-5 border-t border-line pt-4" aria-label="登录账号">
      <h3 className="mb-2 font-semibold">登录账号</h3>
      <Describe items={[
        { term: "状态", value: <StandingTag standing={account.standing} until={account.until} /> },
        ...(account.username ? [{ term: "登录名", value: <span className="num">{account.username}</span> }, { term: "最近登录", value: account.lastOn ? <span className="num">{account.lastOn}</span> : "没有登录过" }] : []),
      ]} />
      {opening || resetting ? <p className="no-print mt-2"><LinkButton small href={`/manage/delegates/${id}/account`}>{opening && opening.do !== "skip" ? "开通账号" : "管理账号"}</LinkButton></p> : null}
    </section>
  );
}
