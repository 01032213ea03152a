import type { Cell, Merge, Row, Sheet } from "./book";

/** A sheet one can ask for any place; the value of a merge holds for all its rows. */
export class Grid {
  private readonly rows = new Map<number, Row>();
  private readonly merges = new Map<number, Merge[]>();

  constructor(readonly sheet: Sheet) {
    for (const row of sheet.rows) this.rows.set(row.number, row);
    for (const merge of sheet.merges) for (let column = merge.left; column <= merge.right; column += 1) {
      const list = this.merges.get(column - 1);
      if (list) list.push(merge);
      else this.merges.set(column - 1, [merge]);
    }
    for (const list of this.merges.values()) list.sort((a, b) => a.top - b.top);
  }

  row(number: number): Row | undefined {
    return this.rows.get(number);
  }

  /** What stands in the cell itself; `column` counts from 0. */
  own(row: number, column: number): Cell | null {
    return this.rows.get(row)?.cells[column] ?? null;
  }

  /** What a reader sees there: the cell, or the top left cell of the merge it lies in. */
  seen(row: number, column: number): Cell | null {
    const own = this.own(row, column);
    const merge = own ? undefined : this.mergeAt(row, column);
    return merge ? this.own(merge.top, merge.left - 1) : own;
  }

  /** Like seen, but only downwards: a title merged across a row is no value of each column. */
  seenDown(row: number, column: number): Cell | null {
    const own = this.own(row, column);
    const merge = own ? undefined : this.mergeAt(row, column);
    return merge && merge.bottom > merge.top && merge.left - 1 === column ? this.own(merge.top, column) : own;
  }

  mergeAt(row: number, column: number): Merge | undefined {
    const list = this.merges.get(column) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.top ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    const last = list[low - 1];
    return last && last.bottom >= row ? last : undefined;
  }
}
