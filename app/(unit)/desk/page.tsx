import type { Metadata } from "next";
import { ComingCard, LateCard } from "@/components/deadlines/outlook-cards";
import { UnreadCard } from "@/components/messages/unread-card";
import { Todo } from "@/components/tasks/todo";
import { PageHead } from "@/components/ui/page-head";
import { listOwnGrants } from "@/lib/accounts/queries";
import { listComing, listLateUnits } from "@/lib/deadlines/outlook-queries";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "工作台" };

export default async function Page() {
  const actor = await requireRole("HANDLING_UNIT");
  const unit = (await listOwnGrants(actor)).find((grant) => grant.current)?.scope ?? "承办单位";
  const [coming, late] = await Promise.all([listComing(actor), listLateUnits(actor)]);
  return (
    <>
      <PageHead title="工作台" small={unit} />
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_24rem]"><Todo actor={actor} /><div className="stack"><UnreadCard actor={actor} /><LateCard rows={late} own /><ComingCard rows={coming} /></div></div>
    </>
  );
}
