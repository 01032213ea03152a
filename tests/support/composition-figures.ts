import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

export type Figure = { name: string; heads: number; href: string | null };

type Expected = {
  total: number; female: number; minority: number; age45AndUnder: number; age50AndUnder: number; age35AndUnder: number; juniorCollegeAndAbove: number;
  byCategory: Record<string, number>; byDelegation: Record<string, number>; byEthnicity: Record<string, number>;
};

/** What the people who made the sample files counted in them, under the names the composition page uses. */
export function expectedFigures(file: string): Record<string, number> {
  const all = JSON.parse(readFileSync("tests/fixtures/expected_A.json", "utf8")) as Record<string, Expected>;
  const of = all[file];
  if (!of) throw new Error(`nothing is expected of ${file}`);
  return {
    代表总数: of.total, 女代表: of.female, 少数民族代表: of.minority, "35 岁及以下": of.age35AndUnder, "45 岁及以下": of.age45AndUnder, "50 岁及以下": of.age50AndUnder,
    大专及以上学历: of.juniorCollegeAndAbove, ...of.byCategory, ...of.byDelegation, ...of.byEthnicity,
  };
}

/** The day the expected ages are counted to. */
export const compositionOf = (termId: string): string => `/manage/composition?term=${termId}&on=2025-12-31`;

/** Where the figures stand: all data, the peoples, and everybody of each delegation. */
const ROWS = '#data tbody tr:not(.group), #groups tbody tr, table:has(th:text-is("民族")) tbody tr';

/** Every figure of the composition page at hand, by name, with the list behind it. */
export const figuresOn = (page: Page): Promise<Figure[]> =>
  page.locator(ROWS).evaluateAll((rows) => rows.map((row) => {
    const cell = row.querySelector("td");
    return { name: row.querySelector("th")?.textContent ?? "", heads: Number(cell?.textContent), href: cell?.querySelector("a")?.getAttribute("href") ?? null };
  }));

/** How many people a list says it has, read without drawing it. */
export async function totalOf(page: Page, href: string): Promise<number> {
  const html = await (await page.request.get(href)).text();
  const text = html.replace(/<!--.*?-->|<[^>]+>/g, "");
  return Number(/共\s*([\d,]+)\s*人/.exec(text)?.[1]?.replaceAll(",", ""));
}
