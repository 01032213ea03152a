import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { lightNames, lightTones } from "@/lib/deadlines/labels";
import { listDeadlinesOf } from "@/lib/deadlines/queries";
import { listReach } from "@/lib/messages/reach-queries";
import type { AccountActor } from "@/lib/platform/actor";
import { DeadlineSteps } from "./deadline-steps";

/** The clocks of a subject on its own page, each with what happened to it; nothing where the reader may know of none. */
export async function DeadlineCard({ actor, subject: [type, id] }: { actor: AccountActor; subject: readonly [type: string, id: string] }) {
  const clocks = await listDeadlinesOf(actor, type, id);
  if (clocks.length === 0) return null;
  const reach = await listReach(actor, clocks.flatMap((clock) => clock.steps.map((step) => step.letter)));
  return (
    <Card title="期限" id="deadlines">
      <div className="stack">
        {clocks.map((clock) => (
          <section key={clock.id} aria-label={clock.actName}>
            <p className="mb-2 flex flex-wrap items-center justify-between gap-2"><Tag tone={lightTones[clock.light]}>{lightNames[clock.light]}</Tag><Link className="py-1" href={`/deadlines/${clock.id}`} prefetch={false}>{clock.open.includes("urge") ? "查看、催办" : "查看"}</Link></p>
            <DeadlineSteps of={clock} reach={reach} />
          </section>
        ))}
      </div>
    </Card>
  );
}
