/** A row cut down to the cells that are shown; a status travels as its code. */
export type ShownRow = readonly [id: string, name: string, ...cells: string[]];

/** A page tells its rows to the browser as one text: as arrays every cell would cost five signs of punctuation. */
export const packed = (rows: readonly ShownRow[]): string => rows.map((row) => row.map((cell) => cell.replace(/[\\|\n]/g, (sign) => ({ "\\": "\\\\", "|": "\\p", "\n": "\\n" })[sign] ?? sign)).join("|")).join("\n");

export const unpacked = (text: string): ShownRow[] =>
  text === "" ? [] : text.split("\n").map((row) => row.split("|").map((cell) => cell.replace(/\\(.)/g, (_, sign: string) => ({ p: "|", n: "\n" })[sign] ?? sign)) as unknown as ShownRow);
