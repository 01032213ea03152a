import type { Metadata } from "next";
import { EstablishForm } from "@/components/units/establish-form";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { today } from "@/lib/platform/clock";
import { requireOffice } from "@/lib/platform/guards";
import { listUnitChoices } from "@/lib/units/queries";
import { parentParam } from "@/lib/units/schema";

export const metadata: Metadata = { title: "设立党组织" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const { parent } = parentParam.parse(await searchParams);
  const choices = await listUnitChoices(actor);
  return (
    <>
      <PageHead crumb={[{ label: "设置" }, { label: "党组织", href: "/manage/units" }, { label: "设立" }]} title={choices.length > 0 ? "设立党组织" : "设立本级党委"} />
      <Card className="max-w-3xl"><EstablishForm choices={choices} parentId={parent} today={today()} /></Card>
    </>
  );
}
