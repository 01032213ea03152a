/** What Chromium 87 to 110 lack and the framework or our own scripts call; each is added only where it is missing. */
const add = (target: object, name: string, value: unknown) => {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
};

function at(this: ArrayLike<unknown>, index: number) {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function clone(value: unknown, seen = new Map<object, unknown>()): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return new Date(value.getTime());
  const met = seen.get(value);
  if (met) return met;
  const copy: unknown[] | Map<unknown, unknown> | Set<unknown> | Record<string, unknown> =
    Array.isArray(value) ? [] : value instanceof Map ? new Map() : value instanceof Set ? new Set() : {};
  seen.set(value, copy);
  if (value instanceof Map && copy instanceof Map) value.forEach((v, k) => copy.set(clone(k, seen), clone(v, seen)));
  else if (value instanceof Set && copy instanceof Set) value.forEach((v) => copy.add(clone(v, seen)));
  else for (const [k, v] of Object.entries(value)) (copy as Record<string, unknown>)[k] = clone(v, seen);
  return copy;
}

add(Object, "hasOwn", (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key));
add(Array.prototype, "at", at);
add(String.prototype, "at", at);
add(window, "structuredClone", (value: unknown) => clone(value));
add(Array.prototype, "toSorted", function (this: unknown[], compare?: (a: unknown, b: unknown) => number) {
  return [...this].sort(compare);
});
add(Array.prototype, "toReversed", function (this: unknown[]) {
  return [...this].reverse();
});
add(Promise, "withResolvers", () => {
  let [resolve, reject]: Array<(value?: unknown) => void> = [];
  const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
});
