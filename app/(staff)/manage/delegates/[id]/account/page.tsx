import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { IssueForm } from "@/components/accounts/issue-form";
import { StandingTag } from "@/components/delegate-accounts/account-list";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { onRegister } from "@/lib/delegates/flow";
import { getDelegate } from "@/lib/delegates/queries";
import { openDelegateAccount, resetDelegatePassword } from "@/lib/delegate-accounts/actions";
import { obstacleNames } from "@/lib/delegate-accounts/labels";
import { getDelegateAccount, type DelegateAccount } from "@/lib/delegate-accounts/queries";
import { displayName } from "@/lib/platform/chinese/name";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "登录账号" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/**
 * What the office can do with the account now, if anything. One form serves both: once opened, the page is drawn anew with
 * the other act, and the answer must stay in sight.
 */
function actFor({ opening, resetting }: DelegateAccount, registered: boolean) {
  if (registered && opening && opening.do !== "skip") {
    const text = opening.do === "reuse"
      ? `沿用本人原有的账号 ${opening.account.username}，登录名和口令不变，增加党代表身份，现有登录立即退出。`
      : "登录名按姓名拼音产生，初始口令只显示一次，24 小时内有效。账号只能查看和办理本人的事项。多人一并办理，请到“代表账号”生成口令条。";
    return { action: openDelegateAccount, title: "开通账号", text };
  }
  if (resetting?.do !== "renew") return null;
  return { action: resetDelegatePassword, title: "重置口令", text: "产生新的初始口令，只显示一次，24 小时内有效。原口令立即失效，这个账号退出全部登录。请先核实是本人要求。" };
}

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireOffice();
  const d = await forPage(actor, getDelegate(actor, (await params).id));
  const account = await getDelegateAccount(actor, d);
  if (!account) forbidden();
  const { resetting } = account;
  const [name, here, act] = [displayName(d.person.name), `/manage/delegates/${d.id}`, actFor(account, onRegister.includes(d.status))];
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "代表账号", href: "/manage/delegates/accounts" }, { label: name, href: here }, { label: "登录账号" }]} title="登录账号" small={name} />
      {(await searchParams).opened && account.standing !== "none" ? <div className="mb-3" role="status"><Notice tone="done" title="账号已开通">沿用本人原有的账号，登录名和口令不变。</Notice></div> : null}
      <Card className="max-w-2xl">
        <Describe items={[
          { term: "状态", value: <StandingTag standing={account.standing} until={account.until} /> }, { term: "登录名", value: account.username ?? (account.other ? "另有账号，开通时沿用" : "—") }, { term: "最近登录", value: account.lastOn ?? "—" },
        ]} />
      </Card>
      {act ? (
        <Card className="mt-3 max-w-2xl">
          <IssueForm action={act.action} submit={act.title} done="初始口令已产生" fields={{ id: d.id, version: String(account.version) }} back={{ href: here, label: "返回代表档案" }}>
            <h2 className="mb-2 text-base font-semibold">{act.title}</h2>
            <p>{act.text}</p>
          </IssueForm>
        </Card>
      ) : null}
      {!act && resetting?.do === "skip" && resetting.why !== "none" ? <p className="mt-3 text-ink-3">{obstacleNames[resetting.why]}。</p> : null}
    </>
  );
}
