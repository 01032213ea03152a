import type { ReactNode } from "react";
import { Entrance } from "@/components/accounts/entrance";
import { RoleShell } from "@/components/tasks/role-shell";
import { currentActor, currentSession } from "@/lib/platform/session";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const [session, actor] = [await currentSession(), await currentActor()];
  if (!session || !actor) return children;
  if (session.account.mustChangePassword) return <Entrance title="修改初始口令">{children}</Entrance>;
  return <RoleShell>{children}</RoleShell>;
}
