import { redirect } from "next/navigation";
import { homes } from "@/lib/accounts/labels";
import { requireActor } from "@/lib/platform/guards";

export default async function Page() {
  const actor = await requireActor();
  redirect(homes[actor.role]);
}
