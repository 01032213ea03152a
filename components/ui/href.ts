export type Params = Record<string, string | string[] | undefined>;

/** Address of the same list with some parameters changed; an undefined or empty one is dropped, and the page starts anew. */
export function hrefWith(path: string, params: Params, change: Params): string {
  const merged: Params = { ...params, ...("page" in change ? {} : { page: undefined }), ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(merged)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one) query.append(name, one);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Page numbers to show: first, last, and two on either side of the current one; null is a gap. */
export function pageNumbers(current: number, last: number): Array<number | null> {
  const near = [1, current - 2, current - 1, current, current + 1, current + 2, last];
  const shown = [...new Set(near.filter((n) => n >= 1 && n <= last))].sort((a, b) => a - b);
  return shown.flatMap((n, i) => {
    const before = shown[i - 1];
    if (before === undefined || n - before === 1) return [n];
    return n - before === 2 ? [n - 1, n] : [null, n];
  });
}
