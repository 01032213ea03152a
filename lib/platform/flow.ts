type Table<S extends string, E extends string> = Record<S, Partial<Record<E, S>>>;

export type Flow<S extends string, E extends string> = {
  readonly start: S;
  readonly states: readonly S[];
  /** The state an event leads to, undefined when it is not open. */
  next(from: S, event: E): S | undefined;
  /** Events open in a state, in the order of the table. */
  open(from: S): E[];
};

/**
 * Order as a table: which event leads from which state to which. A missing state does not compile; a state that
 * nothing reaches throws when the flow is defined.
 */
export function defineFlow<S extends string, E extends string>(start: S, table: Table<S, E>): Flow<S, E> {
  const states = Object.keys(table) as S[];
  const open = (from: S) => Object.keys(table[from]) as E[];
  const reached = new Set<S>([start]);
  for (const state of reached) for (const event of open(state)) reached.add(table[state][event] as S);
  const lost = states.filter((s) => !reached.has(s));
  if (lost.length > 0) throw new Error(`unreachable states: ${lost.join(", ")}`);
  return { start, states, next: (from, event) => table[from][event], open };
}
