import type { ReactNode } from "react";
import { adminMenu } from "@/components/accounts/admin-menu";
import { OwnMenu } from "@/components/accounts/own-menu";
import { StaffShell } from "@/components/shell/staff-shell";
import { getFrame } from "@/lib/accounts/queries";
import { requireActor } from "@/lib/platform/guards";

export default async function SystemLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  return (
    <StaffShell home="/system" org={frame.officeName} person={{ name: frame.userName, role: frame.roleName }} menu={adminMenu(actor.role)} own={<OwnMenu grants={frame.grants} />}>
      {children}
    </StaffShell>
  );
}
