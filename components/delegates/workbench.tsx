import { Figure, Figures } from "@/components/ui/figure";
import { hrefOf } from "@/lib/delegates/filters";
import type { Standing } from "@/lib/delegates/standing-queries";
import { watched } from "@/lib/delegates/watched";

/** Where the roster stands, in figures that each open their list. */
export function StandingFigures({ of }: { of: Standing }) {
  return (
    <Figures label="花名册现状">
      {watched.map(({ label, filters }) => <Figure key={label} label={label} value={filters.status ? (of.heads[filters.status] ?? 0) : of.register} unit=" 人" href={hrefOf("/manage/delegates", filters)} />)}
    </Figures>
  );
}
