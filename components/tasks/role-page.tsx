import type { ReactNode } from "react";
import { PhonePage } from "@/components/shell/delegate-shell";
import type { Crumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import type { Role } from "@/lib/platform/actor";

type Props = { role: Role; title: string; small?: ReactNode; crumb?: readonly Crumb[]; /** Where the phone's way back leads; none on a tab of its own. */ back?: string; acts?: ReactNode; children: ReactNode };

/** A page everybody has, drawn as the frame of the role draws its pages: bar and way back on the phone, head and trail on the desk. */
export function RolePage({ role, title, small, crumb = [], back, acts, children }: Props) {
  if (role === "DELEGATE") return <PhonePage title={title} {...(back ? { back } : {})}>{acts ? <div className="mb-3 flex flex-wrap gap-2">{acts}</div> : null}{children}</PhonePage>;
  return <><PageHead crumb={crumb} title={title} small={small} acts={acts} />{children}</>;
}
