/** A list in pieces of at most so many. */
export const inParts = <T>(list: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/**
 * Rows as the one JSON parameter of json_populate_recordset: Prisma compiles each value of a createMany by itself, so
 * ten thousand rows would take a minute. Characters PostgreSQL keeps in no text (NUL, half a surrogate pair) become U+FFFD.
 */
export function rowsJson(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  return json.includes("\\u") ? json.replace(/\\u(0000|d[89a-f][\da-f]{2})/gi, "\\ufffd") : json;
}
