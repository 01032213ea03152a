import type { ReactNode } from "react";
import { RoleShell } from "@/components/tasks/role-shell";

export default function Layout({ children }: { children: ReactNode }) {
  return <RoleShell>{children}</RoleShell>;
}
