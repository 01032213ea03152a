// What is counted. A part is one column of the statement; a figure is a sum of parts and the filters under which the
// roster lists exactly the same people. Bands and "以下包含本数" follow the composition report, domain 3.3.
import type { DelegateFilters } from "@/lib/delegates/filters";
import { categoryNames, flagNames } from "@/lib/delegates/labels";
import { educationBands } from "@/lib/platform/codes/education";

export const parts = [
  "total",
  "category:LEADING_CADRE", "category:PROFESSIONAL", "category:MODEL", "category:MILITARY", "category:none",
  "sex:2", "sex:1", "sex:none",
  "ethnicity:01", "ethnicity:minority", "ethnicity:none",
  "age:0-35", "age:36-45", "age:46-50", "age:51-55", "age:56-60", "age:61-",
  "education:POSTGRADUATE", "education:UNDERGRADUATE", "education:JUNIOR_COLLEGE", "education:SECONDARY", "education:JUNIOR_MIDDLE", "education:PRIMARY",
  "education:OTHER", "education:none",
  "flag:FRONTLINE", "flag:WORKER", "flag:FARMER", "flag:NEW_ORGANIZATION", "flag:RETIRED", "flag:RETURNED_OVERSEAS",
] as const;

export type Part = (typeof parts)[number];
export type Counts = Record<Part, number>;

/** Heads by part, and the sum of their ages. */
export type Cell = { counts: Counts; ages: number };

export type FigureFilters = Partial<Pick<DelegateFilters, "category" | "sex" | "ethnicity" | "education" | "flag" | "ageFrom" | "ageTo">>;

export type Figure = { key: string; name: string; short: string; filters: FigureFilters; parts: readonly Part[] };

/** A partition adds up to the total with what is not filled in; its sums and an overlap do not. */
export type Dimension = { key: string; name: string; partition: Figure[]; sums: Figure[]; overlap: Figure[] };

const figure = (key: string, name: string, filters: FigureFilters, sum: Part[] = [key as Part], short = name): Figure => ({ key, name, short, filters, parts: sum });
const one = (key: Part, name: string, filters: FigureFilters, short = name) => figure(key, name, filters, [key], short);

export const total: Figure = one("total", "代表总数", {}, "代表");

const category: Dimension = {
  key: "category", name: "代表类别", sums: [], overlap: [],
  partition: [
    one("category:LEADING_CADRE", categoryNames.LEADING_CADRE, { category: "LEADING_CADRE" }, "领导干部"),
    one("category:PROFESSIONAL", categoryNames.PROFESSIONAL, { category: "PROFESSIONAL" }, "专业技术"),
    one("category:MODEL", categoryNames.MODEL, { category: "MODEL" }, "先进模范"),
    one("category:MILITARY", categoryNames.MILITARY, { category: "MILITARY" }, "军队武警"),
    one("category:none", "类别未填", { category: "none" }, "未填"),
  ],
};

const sex: Dimension = {
  key: "sex", name: "性别", sums: [], overlap: [],
  partition: [one("sex:2", "女代表", { sex: "2" }, "女"), one("sex:1", "男代表", { sex: "1" }, "男"), one("sex:none", "性别未填", { sex: "none" }, "未填")],
};

const ethnicity: Dimension = {
  key: "ethnicity", name: "民族", sums: [], overlap: [],
  partition: [
    one("ethnicity:01", "汉族代表", { ethnicity: "01" }, "汉族"),
    one("ethnicity:minority", "少数民族代表", { ethnicity: "minority" }, "少数民族"),
    one("ethnicity:none", "民族未填", { ethnicity: "none" }, "未填"),
  ],
};

const youngest: Part[] = ["age:0-35", "age:36-45"];

const age: Dimension = {
  key: "age", name: "年龄", overlap: [],
  partition: [
    one("age:0-35", "35 岁及以下", { ageTo: 35 }),
    one("age:36-45", "36—45 岁", { ageFrom: 36, ageTo: 45 }),
    one("age:46-50", "46—50 岁", { ageFrom: 46, ageTo: 50 }),
    one("age:51-55", "51—55 岁", { ageFrom: 51, ageTo: 55 }),
    one("age:56-60", "56—60 岁", { ageFrom: 56, ageTo: 60 }),
    one("age:61-", "61 岁及以上", { ageFrom: 61 }),
  ],
  sums: [
    figure("ageAtMost:45", "45 岁及以下", { ageTo: 45 }, youngest),
    figure("ageAtMost:50", "50 岁及以下", { ageTo: 50 }, [...youngest, "age:46-50"]),
  ],
};

type Band = keyof typeof educationBands;
const band = (key: Band) => one(`education:${key}`, educationBands[key].name, { education: key });

const education: Dimension = {
  key: "education", name: "学历", overlap: [],
  partition: [
    band("POSTGRADUATE"), band("UNDERGRADUATE"), band("JUNIOR_COLLEGE"), band("SECONDARY"), band("JUNIOR_MIDDLE"), band("PRIMARY"), band("OTHER"),
    one("education:none", "学历未填", { education: "none" }, "未填"),
  ],
  sums: [
    figure("education:COLLEGE_UP", "大专及以上学历", { education: "COLLEGE_UP" }, ["education:POSTGRADUATE", "education:UNDERGRADUATE", "education:JUNIOR_COLLEGE"], "大专及以上"),
    figure("education:BACHELOR_UP", "本科及以上学历", { education: "BACHELOR_UP" }, ["education:POSTGRADUATE", "education:UNDERGRADUATE"], "本科及以上"),
  ],
};

const flags = Object.keys(flagNames) as (keyof typeof flagNames)[];

const flag: Dimension = {
  key: "flag", name: "身份标签", partition: [], sums: [],
  overlap: flags.map((key) => one(`flag:${key}`, flagNames[key], { flag: key }, key === "FRONTLINE" ? "一线" : flagNames[key])),
};

export const dimensions = { category, sex, ethnicity, age, education, flag } satisfies Record<string, Dimension>;

/** Every figure that exists in every term, the total first. */
export const figures: readonly Figure[] = [total, ...Object.values(dimensions).flatMap((d) => [...d.partition, ...d.sums, ...d.overlap])];

const byKey = new Map(figures.map((f) => [f.key, f]));

export const figureOf = (key: string): Figure | undefined => byKey.get(key);

/** Figures a requirement may be set for: a share of people, not what is missing. */
export const targetFigures: readonly Figure[] = figures.filter((f) => f !== total && !f.key.endsWith(":none"));

export const countOf = (figure: Figure, cell: Cell): number => figure.parts.reduce((sum, part) => sum + cell.counts[part], 0);

export const emptyCell = (): Cell => ({ counts: Object.fromEntries(parts.map((part) => [part, 0])) as Counts, ages: 0 });

/** The cell of several groups of people together. */
export function addUp(cells: readonly Cell[]): Cell {
  const sum = emptyCell();
  for (const cell of cells) {
    for (const part of parts) sum.counts[part] += cell.counts[part];
    sum.ages += cell.ages;
  }
  return sum;
}

/** Whether a requirement can be set on what this key names. */
export const takesTarget = (key: string): boolean => targetFigures.some((f) => f.key === key);
