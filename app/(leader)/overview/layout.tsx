import type { ReactNode } from "react";
import { OwnMenu } from "@/components/accounts/own-menu";
import { LeaderShell } from "@/components/shell/leader-shell";
import { getFrame } from "@/lib/accounts/queries";
import { requireActor } from "@/lib/platform/guards";

const home = { href: "/overview", label: "概览" };
const menu = [home, { href: "/overview/delegates", label: "花名册" }, { href: "/overview/composition", label: "代表构成" }];

export default async function Layout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  return (
    <LeaderShell home="/overview" org={frame.name} person={{ name: frame.userName, role: frame.roleName }} menu={actor.role === "LEADER" ? menu : [home]} own={<OwnMenu grants={frame.grants} />}>
      {children}
    </LeaderShell>
  );
}
