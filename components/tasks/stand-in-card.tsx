import { OneButton } from "@/components/accounts/one-button";
import { Card } from "@/components/ui/card";
import { switchGrant } from "@/lib/accounts/actions";
import type { AccountActor } from "@/lib/platform/actor";
import { listStandIns } from "@/lib/tasks/stand-in-queries";

/** What waits for those the reader stands in for; it is done in their seat, so that the record says for whom. */
export async function StandInCards({ actor }: { actor: AccountActor }) {
  const all = await listStandIns(actor);
  return all.map(({ grantId, forName, groups, total }) => (
    <Card key={grantId} title={`代${forName}办理：${total} 件待办`}>
      <ul className="mb-3 divide-y divide-line">{groups.map((group) => <li key={group.kind} className="flex justify-between gap-3 py-2"><span>{group.name}</span><b className="num">{group.total} 件</b></li>)}</ul>
      <OneButton action={switchGrant} label={`切换为代${forName}`} fields={{ grantId }} />
    </Card>
  ));
}
