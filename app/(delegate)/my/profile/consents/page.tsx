import type { Metadata } from "next";
import { NoMandate } from "@/components/delegates/own-parts";
import { ConsentForm } from "@/components/delegates/own-word";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Card } from "@/components/ui/card";
import { getOwnWord } from "@/lib/delegates/own-queries";
import { getOwnDelegate } from "@/lib/delegates/queries";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "公开意愿" };

export default async function Page() {
  const actor = await requireDelegate();
  const d = await getOwnDelegate(actor);
  const word = d && (await getOwnWord(actor, d));
  return (
    <PhonePage title="公开意愿" back="/my/profile">
      {d && word ? (
        <Card>
          <p className="mb-4 text-ink-2">代表的姓名、代表团、工作单位和职务按规定公布。下列各项，只有您同意才在公开名录中公开；身份证号、出生年月和住址不公开。</p>
          <ConsentForm word={word} active={d.status === "ACTIVE"} />
        </Card>
      ) : <NoMandate />}
    </PhonePage>
  );
}
