import type { Metadata } from "next";
import { AccountCard } from "@/components/delegates/account-card";
import { PageHead } from "@/components/ui/page-head";
import { listOwnGrants } from "@/lib/accounts/queries";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "工作台" };

export default async function Page() {
  const actor = await requireRole("HANDLING_UNIT");
  const unit = (await listOwnGrants(actor)).find((grant) => grant.current)?.scope ?? "承办单位";
  return (
    <>
      <PageHead title="工作台" small={unit} />
      <AccountCard text={`${unit}承办的提案提议，由这里接收和答复。目前还没有交由本单位办理的事项。`} />
    </>
  );
}
