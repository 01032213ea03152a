import type { ReactNode } from "react";
import { DelegateShell } from "@/components/shell/delegate-shell";
import { requireActor } from "@/lib/platform/guards";

export default async function Layout({ children }: { children: ReactNode }) {
  await requireActor();
  return <DelegateShell tabs={[{ href: "/my", label: "首页", icon: "home" }, { href: "/my/profile", label: "我的", icon: "person" }]}>{children}</DelegateShell>;
}
