import { setImmediate as turn } from "node:timers/promises";

const EVERY = 25;

/** Gives way in the `at`-th round of a long loop now and then, so that the database, too, gets its turn. */
export const breathe = async (at: number): Promise<void> => {
  if (at % EVERY === 0) await turn();
};

/** Yields every item prepared, the next one in preparation while the present one is in use. `prepare` has to breathe. */
export async function* ahead<A, B>(items: readonly A[], prepare: (item: A) => Promise<B>): AsyncGenerator<B> {
  const begin = (item: A): Promise<B> => {
    const begun = prepare(item);
    // Whoever stops early never asks for it; its failure then concerns nobody.
    begun.catch(() => undefined);
    return begun;
  };
  const [first, ...rest] = items;
  let next = first === undefined ? null : begin(first);
  for (const item of [...rest, undefined]) {
    if (!next) return;
    const ready = await next;
    next = item === undefined ? null : begin(item);
    yield ready;
  }
}
