import { describe, expect, it } from "vitest";
import { DelegateFlag, PrimaryCategory } from "@/prisma/client/enums";
import { delegateFilters } from "@/lib/delegates/filters";
import { educationBands } from "@/lib/platform/codes/education";
import { addUp, countOf, dimensions, emptyCell, figureOf, figures, parts, targetFigures, total, type Cell } from "./figures";

/** A cell in which every part has a different number of people. */
const distinct = (): Cell => {
  const cell = emptyCell();
  for (const [i, part] of parts.entries()) cell.counts[part] = 2 ** (i % 30);
  return cell;
};

describe("figures", () => {
  it("have keys of their own, and filters the roster understands unchanged", () => {
    expect(new Set(figures.map((f) => f.key)).size).toBe(figures.length);
    for (const f of figures) expect(delegateFilters.parse(f.filters), f.key).toMatchObject(f.filters);
    const asked = figures.map((f) => JSON.stringify(f.filters));
    expect(new Set(asked).size).toBe(figures.length);
  });

  it("cover every part, category, flag and education band, and what is not filled in", () => {
    expect(new Set(figures.flatMap((f) => f.parts))).toEqual(new Set(parts));
    for (const key of [...Object.keys(PrimaryCategory).map((k) => `category:${k}`), ...Object.keys(DelegateFlag).map((k) => `flag:${k}`), ...Object.keys(educationBands).map((k) => `education:${k}`)]) {
      expect(figureOf(key), key).toBeDefined();
    }
    for (const d of ["category", "sex", "ethnicity", "education"]) expect(figureOf(`${d}:none`), d).toBeDefined();
  });

  it("partitions share no part, and sums are made of parts of their own partition", () => {
    for (const d of Object.values(dimensions)) {
      const own = d.partition.flatMap((f) => f.parts);
      expect(new Set(own).size).toBe(own.length);
      for (const sum of d.sums) expect(sum.parts.every((part) => own.includes(part)), sum.key).toBe(true);
    }
  });

  it("age bands leave no gap and the younger sums include their number", () => {
    const bands = dimensions.age.partition.map((f) => f.filters);
    expect(bands[0]?.ageFrom).toBeUndefined();
    expect(bands.at(-1)?.ageTo).toBeUndefined();
    for (const [i, b] of bands.slice(1).entries()) expect(b.ageFrom).toBe((bands[i]?.ageTo ?? NaN) + 1);
    const at45 = figureOf("ageAtMost:45");
    expect(at45?.filters).toEqual({ ageTo: 45 });
    expect(at45?.parts).toEqual(["age:0-35", "age:36-45"]);
  });

  it("a requirement may be set for people, not for the total or what is missing", () => {
    expect(targetFigures).not.toContain(total);
    expect(targetFigures.some((f) => f.key.endsWith(":none"))).toBe(false);
    expect(targetFigures.map((f) => f.key)).toContain("ageAtMost:50");
  });
});

describe("cells", () => {
  it("add up part by part", () => {
    const [a, b] = [distinct(), distinct()];
    b.ages = 90;
    const sum = addUp([a, b]);
    for (const part of parts) expect(sum.counts[part]).toBe(2 * a.counts[part]);
    expect(sum.ages).toBe(90);
    expect(addUp([]).counts.total).toBe(0);
  });

  it("a figure counts its parts", () => {
    const cell = distinct();
    for (const f of figures) expect(countOf(f, cell)).toBe(f.parts.reduce((n, part) => n + cell.counts[part], 0));
  });
});
