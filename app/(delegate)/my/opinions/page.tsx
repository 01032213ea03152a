import type { Metadata } from "next";
import { OwnOpinions } from "@/components/opinions/opinion-parts";
import { PhonePage } from "@/components/shell/delegate-shell";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { listOccasions } from "@/lib/opinions/occasion-queries";
import { listOpinions, PAGE } from "@/lib/opinions/queries";
import { opinionFilters } from "@/lib/opinions/schema";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "会后意见" };

const PATH = "/my/opinions";

export default async function Page({ searchParams }: PageProps<"/my/opinions">) {
  const actor = await requireDelegate();
  const { page } = opinionFilters.parse(await searchParams);
  const [{ rows, total }, occasions] = await Promise.all([listOpinions(actor, { state: undefined, page }), listOccasions(actor)]);
  return (
    <PhonePage title="会后意见" back="/my">
      {occasions.length > 0 ? <div className="mb-4 grid gap-3">{occasions.map(({ id, title }) => <LinkButton key={id} href={`${PATH}/new?activity=${id}`} wide>{`就“${title}”提出意见`}</LinkButton>)}</div> : null}
      {rows.length > 0 ? <OwnOpinions rows={rows} label="会后意见" /> : <section className="card"><Empty title={total > 0 ? "这一页没有意见" : "还没有提出过意见"} why="列席会议、参加民主评议会以后，可以在活动页面提出意见，答复也在这里看。" /></section>}
      <Pager path={PATH} params={{}} total={total} page={page} size={PAGE} unit="件" sizes={[]} />
    </PhonePage>
  );
}
