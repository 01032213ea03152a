/** Levels of the tree, the root being the first. */
export const MAX_DEPTH = 12;

/** What a row needs to find its place: `path` is the ids from the root to itself, each closed by "/". */
export type Placed = { id: string; parentId: string | null; name: string; path: string };
export type Branch<T extends Placed> = T & { children: Branch<T>[] };

/** Ids above a unit, nearest first. */
export const ancestorsOf = (unit: { id: string; path: string }): string[] => unit.path.split("/").filter((id) => id !== "" && id !== unit.id).reverse();

/**
 * Rows ordered by depth and rank become a tree. A row whose parent is not among them hangs on its nearest ancestor that
 * is; without one it stands at the top, as the own unit does for a liaison.
 */
export function growTree<T extends Placed>(rows: readonly T[]): Branch<T>[] {
  const byId = new Map<string, Branch<T>>();
  const top: Branch<T>[] = [];
  for (const row of rows) byId.set(row.id, { ...row, children: [] });
  for (const branch of byId.values()) {
    const above = ancestorsOf(branch).find((id) => byId.has(id));
    (above === undefined ? top : (byId.get(above)?.children ?? top)).push(branch);
  }
  return top;
}

/** The tree in reading order, each branch before what is below it. */
export const flatten = <T extends Placed>(branches: readonly Branch<T>[]): Branch<T>[] => branches.flatMap((b) => [b, ...flatten(b.children)]);

/** Text as it is compared in a search: width, case and spaces do not matter. */
const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");

/** Keeps the units whose name holds the fragment, with the way from the top to each; `hits` are the ids that matched. */
export function pruneTree<T extends Placed>(branches: readonly Branch<T>[], fragment: string): { branches: Branch<T>[]; hits: Set<string> } {
  const sought = plain(fragment);
  const hits = new Set<string>();
  const keep = (branch: Branch<T>): Branch<T>[] => {
    if (plain(branch.name).includes(sought)) hits.add(branch.id);
    const children = branch.children.flatMap(keep);
    return hits.has(branch.id) || children.length > 0 ? [{ ...branch, children }] : [];
  };
  return { branches: branches.flatMap(keep), hits };
}
