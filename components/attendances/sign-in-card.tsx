import { NeedRow } from "@/components/ui/rows";
import { listOwnToday, openNow } from "@/lib/attendances/sign-in-queries";
import type { AccountActor } from "@/lib/platform/actor";
import { spanOf } from "./session-words";

/** On the delegate's first page: the sessions one can sign in to or out of now; nothing at any other time. */
export async function SignInCard({ actor }: { actor: AccountActor }) {
  const open = (await listOwnToday(actor)).filter((of) => openNow(of));
  if (open.length === 0) return null;
  return (
    <ul className="card rows mb-3" aria-label="现在可以签到">
      {open.map((of) => {
        const word = openNow(of) === "in" ? "签到" : "签退";
        return <NeedRow key={of.session.id} href={`/my/sign-in/${of.session.id}`} kind={`现在可以${word}`} title={of.session.activity.title} from={`${spanOf(of.session).slice(11)}　${of.session.place ?? of.session.activity.place}`} act={word} />;
      })}
    </ul>
  );
}
