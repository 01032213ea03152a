import type { ReactNode } from "react";
import { OwnMenu } from "@/components/accounts/own-menu";
import { StaffShell } from "@/components/shell/staff-shell";
import { getFrame } from "@/lib/accounts/queries";
import { requireActor } from "@/lib/platform/guards";

export default async function Layout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const unit = frame.grants.find((grant) => grant.current)?.scope ?? frame.shortName;
  return (
    <StaffShell home="/desk" org={unit} person={{ name: frame.userName, role: frame.roleName }} menu={[{ items: [{ href: "/desk", label: "工作台" }] }]} own={<OwnMenu grants={frame.grants} />}>
      {children}
    </StaffShell>
  );
}
