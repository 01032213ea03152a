import Link from "next/link";
import { Describe } from "@/components/ui/describe";
import type { Figure } from "@/lib/attendances/figure-queries";
import { classNames, definition } from "@/lib/attendances/labels";

/** The fair figure beside a record: each number opens its rows at `path`, and what is counted is said under it. */
export function FigurePart({ figure, path, bare }: { figure: Figure; path: string; /** Inside a card that names it. */ bare?: boolean }) {
  const to = (show: string, n: number) => <Link className="num underline" href={`${path}?show=${show}`} prefetch={false}>{n} 场次</Link>;
  const rest = (["LATE", "LEAVE", "OFFICIAL", "ABSENT", "OPEN"] as const).filter((key) => figure[key] > 0).map((key) => ({ term: key === "LATE" ? "其中迟到" : classNames[key], value: to(key, figure[key]) }));
  return (
    <section {...(bare ? {} : { className: "mt-5 border-t border-line pt-4" })} aria-label="出席情况">
      {bare ? null : <h3 className="mb-2 font-semibold">出席情况</h3>}
      {figure.due === 0 ? <p className="text-ink-2">还没有应到的场次。</p> : <Describe items={[{ term: "应到", value: to("due", figure.due) }, { term: "实到", value: to("came", figure.came) }, ...rest]} />}
      <p className="mt-2 text-13 text-ink-3">{definition}</p>
    </section>
  );
}
