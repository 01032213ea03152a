import type { ReactNode } from "react";
import { Entrance } from "@/components/accounts/entrance";
import { OwnShell } from "@/components/accounts/own-shell";
import { frameOf } from "@/lib/accounts/frame";
import { currentActor, currentSession } from "@/lib/platform/session";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const [session, actor] = [await currentSession(), await currentActor()];
  if (!session || !actor) return children;
  if (session.account.mustChangePassword) return <Entrance title="修改初始口令">{children}</Entrance>;
  return <OwnShell frame={frameOf(actor, session)} role={actor.role}>{children}</OwnShell>;
}
