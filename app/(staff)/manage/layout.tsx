import type { ReactNode } from "react";
import { OwnMenu } from "@/components/accounts/own-menu";
import { staffMenu } from "@/components/delegates/staff-menu";
import { StaffShell } from "@/components/shell/staff-shell";
import { getFrame } from "@/lib/accounts/queries";
import { countWaiting } from "@/lib/corrections/queries";
import { countRoster } from "@/lib/delegates/queries";
import { requireActor } from "@/lib/platform/guards";
import { countTerminations } from "@/lib/terminations/queries";
import { countOpenVacancies } from "@/lib/vacancies/queries";

export default async function Layout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [frame, heads, terminations, vacancies, corrections] = await Promise.all([getFrame(actor), countRoster(actor), countTerminations(actor, "open"), countOpenVacancies(actor), countWaiting(actor)]);
  const unit = actor.unitId ? frame.grants.find((grant) => grant.current)?.scope : undefined;
  return (
    <StaffShell home="/manage" org={unit ?? frame.officeName} person={{ name: frame.userName, role: frame.roleName }} menu={staffMenu(actor.role, { heads, terminations, vacancies, corrections })}
      find={{ path: "/manage/delegates", hint: "找代表：姓名、拼音首字母或尾号" }} own={<OwnMenu grants={frame.grants} />}>
      {children}
    </StaffShell>
  );
}
