import { isAbsent } from "@/lib/platform/chinese/month";
import { bareWord } from "@/lib/platform/spreadsheet/words";
import { faults } from "./labels";

/** A unit the tree has; `active` is false once it is closed. */
export type Standing = { id: string; parentId: string | null; name: string; active: boolean };
export type Placed = { row: number; name: string; parent: string };

/** Where a row stands: a key for the unit it means, or why that is not known. Rows with one key mean one unit. */
export type Place = { key: string; parentKey: string | null } | { fault: string };

type Looking = { keys: string[]; closed: boolean; faulty: number | null };

const SEPARATOR = /[/／>＞\\]/;

/**
 * Finds for each row which unit is meant by its parent: one of the tree or another row, wherever that stands. A name
 * borne by several is told apart by the names above it, written as 上级/下级.
 */
export class Placing {
  private readonly root: Standing | undefined;
  private readonly byId = new Map<string, Standing>();
  private readonly byName = new Map<string, Standing[]>();
  private readonly childOf = new Map<string, Standing>();
  private readonly rowsNamed = new Map<string, number[]>();
  private readonly places = new Map<number, Place>();
  /** Rows whose parent is being looked for, each for the sake of the one before it. */
  private readonly looking: number[] = [];
  private readonly circular = new Set<number>();
  private readonly made = new Map<string, { name: string; parentKey: string }>();

  constructor(units: readonly Standing[], private readonly rows: readonly Placed[]) {
    for (const unit of units) {
      this.byId.set(unit.id, unit);
      this.byName.set(bareWord(unit.name), [...(this.byName.get(bareWord(unit.name)) ?? []), unit]);
      if (unit.parentId) this.childOf.set(`u:${unit.parentId}/${bareWord(unit.name)}`, unit);
    }
    this.root = units.find((unit) => unit.parentId === null);
    rows.forEach(({ name }, i) => this.rowsNamed.set(bareWord(name), [...(this.rowsNamed.get(bareWord(name)) ?? []), i]));
  }

  placeOf(i: number): Place {
    const known = this.places.get(i);
    if (known) return known;
    this.looking.push(i);
    const place = this.find(i);
    this.looking.pop();
    this.places.set(i, place);
    return place;
  }

  /** The unit of the tree a key means; undefined for one to be made. */
  unitAt(key: string): Standing | undefined {
    return key.startsWith("u:") && !key.includes("/") ? this.byId.get(key.slice(2)) : undefined;
  }

  /** Names from the top to the unit, the root left out. */
  pathOf(key: string): string[] {
    const names: string[] = [];
    for (let at = key, above = this.aboveOf(at); above !== null; at = above, above = this.aboveOf(at)) names.push(this.nameOf(at));
    return names.reverse();
  }

  /** 0 for the root. */
  depthOf(key: string): number {
    return this.pathOf(key).length;
  }

  private nameOf = (key: string): string => this.unitAt(key)?.name ?? this.made.get(key)?.name ?? "";

  private aboveOf(key: string): string | null {
    const unit = this.unitAt(key);
    if (unit) return unit.parentId ? `u:${unit.parentId}` : null;
    return this.made.get(key)?.parentKey ?? null;
  }

  private find(i: number): Place {
    const { name, parent } = this.rows[i] as Placed;
    const rootKey = `u:${this.root?.id ?? ""}`;
    if (isAbsent(parent)) return bareWord(name) === bareWord(this.root?.name ?? "") ? { key: rootKey, parentKey: null } : this.under(rootKey, name);
    const found = this.lookFor(parent);
    const [only] = found.keys;
    if (only && found.keys.length === 1) return this.under(only, name);
    if (only) return { fault: faults.parentTwice(parent, found.keys.map((key) => this.pathOf(key).join("/"))) };
    if (found.closed) return { fault: faults.parentClosed(parent) };
    if (this.circular.has(i)) return { fault: faults.cycle(parent) };
    return { fault: found.faulty === null ? faults.parentUnknown(parent) : faults.blocked(parent, found.faulty) };
  }

  private under(parentKey: string, name: string): Place {
    const there = this.childOf.get(`${parentKey}/${bareWord(name)}`);
    const key = there ? `u:${there.id}` : `${parentKey}/${bareWord(name)}`;
    if (!there) this.made.set(key, { name, parentKey });
    return { key, parentKey };
  }

  private lookFor(parent: string): Looking {
    const whole = this.byName.has(bareWord(parent)) || this.rowsNamed.has(bareWord(parent));
    const segments = whole ? [bareWord(parent)] : parent.split(SEPARATOR).map((part) => bareWord(part.trim())).filter(Boolean);
    const last = segments.at(-1) ?? "";
    const found: Looking = { keys: [], closed: false, faulty: null };
    const keys = new Set<string>();
    for (const unit of this.byName.get(last) ?? []) keys.add(`u:${unit.id}`);
    for (const j of this.rowsNamed.get(last) ?? []) {
      const from = this.looking.indexOf(j);
      if (from >= 0) {
        for (const row of this.looking.slice(from)) this.circular.add(row);
        continue;
      }
      const place = this.placeOf(j);
      if ("key" in place) keys.add(place.key);
      else found.faulty = (this.rows[j] as Placed).row;
    }
    const fitting = [...keys].filter((key) => segments.slice(0, -1).reverse().every((name, n) => bareWord(this.pathOf(key).at(-2 - n) ?? "") === name));
    found.keys = fitting.filter((key) => this.unitAt(key)?.active !== false);
    found.closed = fitting.length > found.keys.length;
    return found;
  }
}
