import type { Metadata } from "next";
import { NoMandate } from "@/components/delegates/own-parts";
import { OwnHistory } from "@/components/histories/own-history";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Card } from "@/components/ui/card";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { listHistory } from "@/lib/histories/queries";
import { historyFilters } from "@/lib/histories/schema";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "变动记录" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireDelegate();
  const [d, filters] = [await getOwnDelegate(actor), historyFilters.parse({ ...(await searchParams), range: "person" })];
  return (
    <PhonePage title="变动记录" back="/my/profile">
      {d ? <Card><OwnHistory path="/my/profile/history" found={await listHistory(actor, d, filters)} /></Card> : <NoMandate />}
    </PhonePage>
  );
}
