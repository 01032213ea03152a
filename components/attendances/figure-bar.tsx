import { Figure, Figures } from "@/components/ui/figure";
import type { Figure as Fair } from "@/lib/attendances/figure-queries";
import { classNames, definition, type Class } from "@/lib/attendances/labels";

const behind = (n: number, of: number) => (of > 0 ? `${Math.round((n / of) * 1000) / 10}%` : undefined);

/** The fair figure with what it means; each number opens its rows at `path`. */
export function FigureBar({ figure, path }: { figure: Fair; path: string }) {
  // Nobody is absent while the list is open, and nothing is open once it is confirmed.
  const shown = (key: Class) => (key === "OPEN" ? figure.OPEN > 0 : key !== "ABSENT" || figure.ABSENT > 0 || figure.OPEN === 0);
  const one = (key: Class) => <Figure key={key} label={classNames[key]} value={figure[key]} href={`${path}?show=${key}`} />;
  return (
    <div className="mb-3">
      <Figures label="出席情况，按场次计">
        <Figure label="应到" value={figure.due} unit="场次" href={`${path}?show=due`} />
        <Figure label="实到" value={figure.came} href={`${path}?show=came`} behind={behind(figure.came, figure.due)} />
        {(["LATE", "LEAVE", "OFFICIAL", "ABSENT", "OPEN"] as const).filter(shown).map(one)}
      </Figures>
      <p className="mt-2 text-[0.8125rem] text-ink-2">{definition}</p>
    </div>
  );
}
