import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { WaitingTable } from "@/components/grants/waiting-table";
import { KeptCard } from "@/components/substitutions/kept-card";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { giveWantedGrants } from "@/lib/grants/actions";
import { listWaiting } from "@/lib/grants/queries";
import { requireRole } from "@/lib/platform/guards";
import { waitingWords } from "@/lib/grants/labels";
import { listKept } from "@/lib/substitutions/queries";
import { listUnitChoices } from "@/lib/units/queries";

export const metadata: Metadata = { title: "等待授权" };

export default async function WaitingPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireRole("SECURITY_ADMIN");
  const given = /^\d{1,3}$/.exec([(await searchParams).given].flat()[0] ?? "")?.[0];
  const [{ rows, total }, away, electing, handling] = await Promise.all([listWaiting(actor), listKept(actor), listUnitChoices(actor, { electing: true }), listUnitChoices(actor, { handling: true })]);
  return (
    <>
      <PageHead crumb={[{ label: "角色授权", href: "/system/grants" }, { label: "等待授权" }]} title="等待授权" small={waitingWords(total, away.waiting.length)} />
      {given ? <div className="mb-3" role="status"><Notice tone="done" title={`已授予 ${given} 个账号`}>这些账号登录后即可使用所授角色。</Notice></div> : null}
      {rows.length === 0 ? (away.waiting.length > 0 ? null : <Empty title="没有等待授权的账号和外出代办" why="系统管理员批量建立的联络员、承办单位账号，和须您同意的外出代办，在这里等待办理。" next={{ href: "/system/grants", label: "角色授权" }} />) : (
        <Card bare>
          <p className="body text-ink-2">申请的角色和党组织由系统管理员注明，请核对后选定授予范围；选“暂不授予”的继续等待。{total > rows.length ? `先列出最早的 ${rows.length} 个。` : ""}</p>
          <ActionForm action={giveWantedGrants} formKey={randomUUID()} id="waiting" submit="授予所选角色" labels={{ give: "授予范围" }} className="[&_.send]:mt-0! [&_.send]:p-4 [&>.notice]:m-4" beside={<LinkButton href="/system/grants" variant="plain">返回角色授权</LinkButton>}>
            <WaitingTable rows={rows} electing={electing} handling={handling} />
          </ActionForm>
        </Card>
      )}
      <KeptCard {...away} />
    </>
  );
}
