import type { Metadata } from "next";
import { PastList } from "@/components/tasks/past-list";
import { RolePage } from "@/components/tasks/role-page";
import { StandInCards } from "@/components/tasks/stand-in-card";
import { TaskGroups } from "@/components/tasks/task-groups";
import { TaskList } from "@/components/tasks/task-list";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import type { AccountActor } from "@/lib/platform/actor";
import { requireActor } from "@/lib/platform/guards";
import { emptyWords, tabNames, tabs, type TaskTab } from "@/lib/tasks/labels";
import { listCopied, listDone, listStarted } from "@/lib/tasks/past-queries";
import { listTaskGroups, listTasksOf, PAGE } from "@/lib/tasks/queries";
import { listStandIns } from "@/lib/tasks/stand-in-queries";
import { taskFilters, type TaskFilters } from "@/lib/tasks/schema";

export const metadata: Metadata = { title: "待办" };

const PATH = "/tasks";
const href = (tab: TaskTab) => (tab === "todo" ? PATH : `${PATH}?tab=${tab}`);
const Nothing = ({ tab }: { tab: TaskTab }) => <Card><Empty title={emptyWords[tab][0]} why={emptyWords[tab][1]} /></Card>;

async function Open({ actor, kind, page }: { actor: AccountActor; kind: string | undefined; page: number }) {
  const [groups, lent] = await Promise.all([listTaskGroups(actor), listStandIns(actor)]);
  const group = groups.find((one) => one.kind === kind);
  if (!group) return groups.length + lent.length === 0 ? <Nothing tab="todo" /> : <div className="stack"><TaskGroups groups={groups} /><StandInCards actor={actor} /></div>;
  return (
    <Card title={`${group.name} ${group.total} 件`} aside={group.late > 0 ? `其中超期 ${group.late} 件` : undefined}>
      <TaskList tasks={await listTasksOf(actor, group.kind, page)} label={group.name} />
      <Pager path={PATH} params={{ kind }} total={group.total} page={page} size={PAGE} unit="件" sizes={[]} />
    </Card>
  );
}

const lists = { done: listDone, started: listStarted, copied: listCopied };

async function Past({ actor, tab, page }: { actor: AccountActor; tab: keyof typeof lists; page: number }) {
  const { rows, total } = await lists[tab](actor, page);
  if (total === 0) return <Nothing tab={tab} />;
  return <><PastList rows={rows} label={tabNames[tab]} /><Pager path={PATH} params={{ tab }} total={total} page={page} size={PAGE} unit="件" sizes={[]} /></>;
}

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const { tab, kind, page }: TaskFilters = taskFilters.parse(await searchParams);
  const open = [...(await listTaskGroups(actor)), ...(await listStandIns(actor))].reduce((sum, one) => sum + one.total, 0);
  return (
    <RolePage role={actor.role} title="待办" back="/my">
      <div className="stack">
        <Card bare><Tabs label="按办理情况" current={href(tab)} items={tabs.map((one) => ({ href: href(one), label: tabNames[one], ...(one === "todo" ? { count: open } : {}) }))} /></Card>
        {tab === "todo" ? <Open actor={actor} kind={kind} page={page} /> : <Past actor={actor} tab={tab} page={page} />}
      </div>
    </RolePage>
  );
}
