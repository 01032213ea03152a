import type { IsoDate } from "@/lib/platform/clock";

/** A setting that reaches the place asked about: `depth` of its unit in the tree, null for the whole committee. */
export type Reaching = { id: string; value: number | null; fromOn: IsoDate; depth: number | null };

/**
 * What holds on a day: of each part of the committee the latest setting begun by then, of those the one nearest to the
 * place asked about. One without a value hands on to the next above; null when nothing is set and the default holds.
 */
export function pick<S extends Reaching>(settings: readonly S[], on: IsoDate): (S & { value: number }) | null {
  const latest = new Map<number, S>();
  for (const setting of settings) {
    const depth = setting.depth ?? -1;
    const known = latest.get(depth);
    if (setting.fromOn <= on && (!known || known.fromOn < setting.fromOn)) latest.set(depth, setting);
  }
  const nearestFirst = [...latest].sort(([a], [b]) => b - a).map(([, setting]) => setting);
  return (nearestFirst.find(({ value }) => value !== null) as (S & { value: number }) | undefined) ?? null;
}
