import type { Metadata } from "next";
import { OwnCorrections } from "@/components/corrections/own-rows";
import { PhonePage } from "@/components/shell/delegate-shell";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { getOwnBeginning, listCorrections, PAGE } from "@/lib/corrections/queries";
import { correctionFilters } from "@/lib/corrections/schema";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "我的更正申请" };

const PATH = "/my/profile/corrections";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireDelegate();
  const { page } = correctionFilters.parse(await searchParams);
  const [{ rows, total }, beginning] = await Promise.all([listCorrections(actor, correctionFilters.parse({ page })), getOwnBeginning(actor)]);
  return (
    <PhonePage title="更正申请" back="/my/profile">
      {rows.length === 0 ? <section className="card"><Empty title="还没有更正申请" why="登记资料有误或有变动，可以在这里申请更正，经联络员核实、组织部审核后生效。" /></section> : <OwnCorrections rows={rows} />}
      <Pager path={PATH} params={{}} total={total} page={page} size={PAGE} unit="件" sizes={[]} />
      {beginning?.active ? <div className="mt-4"><LinkButton href={`${PATH}/new`} variant="primary" wide>申请更正</LinkButton></div> : null}
    </PhonePage>
  );
}
