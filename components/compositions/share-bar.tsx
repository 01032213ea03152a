import type { Judged } from "@/lib/compositions/findings";

const WIDTH = 140;

/** The stripes that tell a missed requirement where colours cannot be told apart; drawn once a page. */
export function Stripes() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        <pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="#FBF1DC" /><rect width="2.5" height="5" fill="#8A5A00" />
        </pattern>
      </defs>
    </svg>
  );
}

/** How wide a share is drawn, where its requirements stand, and whether one is missed. */
export type Bar = { width: number; ticks: readonly number[]; missed: boolean };

export function barOf(count: number, all: number, results: readonly Judged[]): Bar {
  const at = (heads: number) => Math.min(1, all === 0 ? 0 : heads / all) * WIDTH;
  return {
    width: Math.round(Math.max(count > 0 ? 2 : 0, at(count)) * 10) / 10,
    ticks: results.map(({ target }) => (target.measure === "PERCENT" ? (target.tenths / 1000) * WIDTH : at(target.tenths / 10))),
    missed: results.some((r) => r.verdict && !r.verdict.met),
  };
}

/** A share of 0 to 100 % with an upright tick at each requirement; the same is in words beside it. */
export function ShareBar({ width, ticks, missed }: Bar) {
  return (
    <svg viewBox={`0 0 ${WIDTH + 4} 20`} width={WIDTH + 4} height="20" aria-hidden="true" className="block">
      <rect x="0" y="6" width={WIDTH} height="8" fill="#F3F1EE" />
      <rect x="0" y="6" width={width} height="8" fill={missed ? "url(#stripes)" : "#1F4E8C"} stroke={missed ? "#8A5A00" : "none"} />
      {ticks.map((x) => <g key={x}><rect x={x - 1} y="1" width="4" height="18" fill="#FFFFFF" /><rect x={x} y="1" width="2" height="18" fill="#1F1D1B" /></g>)}
    </svg>
  );
}
