import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Empty } from "@/components/ui/empty";
import { Field, Input } from "@/components/ui/field";
import { requestAccounts } from "@/lib/delegate-accounts/actions";
import { HOURS, obstacleNames, SLIP_DAYS } from "@/lib/delegate-accounts/labels";
import type { Planned } from "@/lib/delegate-accounts/queries";
import type { AccountBatchKind } from "@/prisma/client/enums";

const labels = { password: "本人口令" };
const FIRST = 5;

/** "黄立、万立等 12 人" */
const some = (people: readonly { name: string }[]) => `${people.slice(0, FIRST).map(({ name }) => name).join("、")}${people.length > FIRST ? " 等" : ""}`;

const words = {
  OPEN: { title: (n: number) => `将为 ${n} 名代表开通账号`, submit: (n: number) => `为 ${n} 名代表开通账号并生成口令条` },
  RENEW: { title: (n: number) => `将为 ${n} 名代表换发初始口令`, submit: (n: number) => `为 ${n} 名代表换发口令并生成口令条` },
} as const;

/** Who is left out, by reason. */
function Skips({ planned }: { planned: readonly Planned[] }) {
  const whyOf = new Map<keyof typeof obstacleNames, Planned[]>();
  for (const one of planned) if (one.step.do === "skip") whyOf.set(one.step.why, [...(whyOf.get(one.step.why) ?? []), one]);
  return <>{[...whyOf].map(([why, people]) => <span key={why} className="block">{obstacleNames[why]}：{people.length} 人（{some(people)}）</span>)}</>;
}

type Props = { kind: AccountBatchKind; planned: readonly Planned[]; list: string; back: string };

/** What the press of the button will do, with count and first names, and who is left out and why. */
export function RequestCard({ kind, planned, list, back }: Props) {
  const of = (step: Planned["step"]["do"]) => planned.filter((one) => one.step.do === step);
  const [fresh, reused, renewed, skipped] = [of("open"), of("reuse"), of("renew"), of("skip")];
  const todo = fresh.length + reused.length + renewed.length;
  const left = skipped.length > 0 ? <Skips planned={planned} /> : "没有";
  if (todo === 0) return <Empty title="选定的代表都不需要办理" why={skipped.length > 0 ? left : "名单中没有代表。"} next={{ href: back, label: "返回代表账号" }} />;
  return (
    <Card title={words[kind].title(todo)} className="max-w-3xl">
      <div className="mb-4"><Describe items={[
        ...(fresh.length > 0 ? [{ term: "新开通", value: `${fresh.length} 人：${some(fresh)}`, full: true }] : []),
        ...(reused.length > 0 ? [{ term: "沿用原账号", value: `${reused.length} 人：${some(reused)}。登录名和口令不变，增加党代表身份，现有登录立即退出。`, full: true }] : []),
        ...(renewed.length > 0 ? [{ term: "换发口令", value: `${renewed.length} 人：${some(renewed)}。原初始口令立即失效。`, full: true }] : []),
        { term: "不办理", value: left, full: true },
      ]} /></div>
      <p className="mb-4 text-ink-2">口令条是 Word 文件，每人一张，每页 A4 八张，按代表团排列，裁开后分发。初始口令 {SLIP_DAYS} 天内有效，首次登录须修改。口令条只供您本人在 {HOURS} 小时内领取一次，系统不保留口令。</p>
      <ActionForm action={requestAccounts} formKey={randomUUID()} id="request" submit={words[kind].submit(todo)} labels={labels} className="[&_.btn]:max-w-full [&_.btn]:whitespace-normal" beside={<LinkButton href={back} variant="plain">返回代表账号</LinkButton>}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="todo" value={todo} />
        <Field name="password" label={labels.password} hint="再次输入，确认由您本人办理"><Input type="password" autoComplete="current-password" className="short" /></Field>
      </ActionForm>
    </Card>
  );
}
