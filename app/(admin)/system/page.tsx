import type { Metadata } from "next";
import { AccountFigures } from "@/components/accounts/account-figures";
import { AuditFigures } from "@/components/audits/audit-figures";
import { SeatFigures } from "@/components/grants/seat-figures";
import { UnreadCard } from "@/components/messages/unread-card";
import { Todo } from "@/components/tasks/todo";
import { PageHead } from "@/components/ui/page-head";
import { roleNames } from "@/lib/accounts/labels";
import { countAccounts } from "@/lib/accounts/queries";
import { countRefusals } from "@/lib/audits/queries";
import { countAwaiting, countSeats } from "@/lib/grants/queries";
import { requireRole } from "@/lib/platform/guards";
import { countAskedFor } from "@/lib/substitutions/queries";

export const metadata: Metadata = { title: "系统管理" };

/** Each of the three administrators lands on the own figures; the others' are not even counted. */
export default async function SystemPage() {
  const actor = await requireRole("SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN");
  return (
    <>
      <PageHead title="系统管理" small={roleNames[actor.role]} />
      <div className="mb-4 empty:hidden"><UnreadCard actor={actor} /></div>
      <div className="mb-4 empty:hidden"><Todo actor={actor} quiet /></div>
      {actor.role === "SYSTEM_ADMIN" ? <AccountFigures counts={await countAccounts(actor)} /> : null}
      {actor.role === "SECURITY_ADMIN" ? <SeatFigures counts={await countSeats(actor)} waiting={(await countAwaiting(actor)) + (await countAskedFor(actor))} /> : null}
      {actor.role === "AUDIT_ADMIN" ? <AuditFigures refusals={await countRefusals(actor)} /> : null}
    </>
  );
}
