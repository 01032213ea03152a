import type { ReactNode } from "react";
import { Entrance } from "@/components/accounts/entrance";
import { PhonePage } from "@/components/shell/delegate-shell";
import { RoleShell } from "@/components/tasks/role-shell";
import { homes } from "@/lib/accounts/labels";
import { currentActor, currentSession } from "@/lib/platform/session";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const [session, actor] = [await currentSession(), await currentActor()];
  if (!session || !actor) return children;
  if (session.account.mustChangePassword) return <Entrance title="修改初始口令">{children}</Entrance>;
  return <RoleShell>{actor.role === "DELEGATE" ? <PhonePage home={homes.DELEGATE}>{children}</PhonePage> : children}</RoleShell>;
}
