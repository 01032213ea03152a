/** GB/T 4658 in the words cadre forms use; a level without 毕业 stands for the whole group of the standard. */
export const educations = [
  { code: "10", name: "研究生" },
  { code: "11", name: "博士研究生" },
  { code: "14", name: "硕士研究生" },
  { code: "17", name: "研究生班" },
  { code: "20", name: "大学本科" },
  { code: "21", name: "大学本科毕业" },
  { code: "30", name: "大专" },
  { code: "31", name: "大专毕业" },
  { code: "40", name: "中等职业教育" },
  { code: "41", name: "中专" },
  { code: "44", name: "职高" },
  { code: "47", name: "技工学校" },
  { code: "60", name: "高中" },
  { code: "61", name: "高中毕业" },
  { code: "70", name: "初中" },
  { code: "71", name: "初中毕业" },
  { code: "80", name: "小学" },
  { code: "81", name: "小学毕业" },
  { code: "90", name: "其他" },
] as const;

export type EducationCode = (typeof educations)[number]["code"];

/** The bands of a composition report, highest first; together they hold every code once. */
export const educationBands = {
  POSTGRADUATE: { name: "研究生", codes: ["10", "11", "14", "17"] },
  UNDERGRADUATE: { name: "大学本科", codes: ["20", "21"] },
  JUNIOR_COLLEGE: { name: "大专", codes: ["30", "31"] },
  SECONDARY: { name: "中专高中", codes: ["40", "41", "44", "47", "60", "61"] },
  JUNIOR_MIDDLE: { name: "初中", codes: ["70", "71"] },
  PRIMARY: { name: "小学", codes: ["80", "81"] },
  OTHER: { name: "其他", codes: ["90"] },
} satisfies Record<string, { name: string; codes: EducationCode[] }>;

export type EducationBand = keyof typeof educationBands;

const synonyms: Record<string, EducationCode> = {
  研究生教育: "10", 研究生毕业: "10",
  博士: "11", 博士研究生毕业: "11",
  硕士: "14", 硕士研究生毕业: "14",
  研究生班毕业: "17",
  大学: "20", 本科: "20", 大学本科教育: "20", 本科毕业: "21", 大学毕业: "21",
  专科: "30", 大学专科: "30", 大专班: "30", 大学专科教育: "30", 专科毕业: "31", 大学专科毕业: "31",
  中职: "40", 中等专科: "41", 中等专业学校: "41", 中专毕业: "41", 中等专科毕业: "41",
  职业高中: "44", 职高毕业: "44", 职业高中毕业: "44",
  中技: "47", 技校: "47", 技工: "47", 技校毕业: "47", 技工学校毕业: "47",
  普通高中: "60", 普高: "60", 普通高级中学: "60", 初级中学: "70",
};

const names = new Map<string, string>(educations.map(({ code, name }) => [code, name]));
const codes = new Map<string, EducationCode>([...educations.map(({ code, name }) => [name, code] as const), ...Object.entries(synonyms)]);
const bands = new Map<string, EducationBand>();
for (const [band, { codes: held }] of Object.entries(educationBands)) for (const code of held) bands.set(code, band as EducationBand);

/** The name of a code, null when there is no such code. */
export const nameOf = (code: string): string | null => names.get(code) ?? null;

/** The name for display; an unknown code is shown as it stands. */
export const educationName = (code: string): string => nameOf(code) ?? code;

/** 本科, 在职研究生, 中央党校大学学历 -> code; null for any word that is not in the list. */
export function readEducation(text: string): EducationCode | null {
  const word = text.normalize("NFKC").replace(/\s/g, "").replace(/(学历|文化程度|文化|程度)$/, "");
  return codes.get(word) ?? codes.get(word.replace(/^(全日制|普通全日制|在职|成人|函授|自考|(中央|省委|市委)?党校)/, "")) ?? null;
}

/** The band of a code; a code outside the list counts as OTHER. */
export const bandOf = (code: string): EducationBand => bands.get(code) ?? "OTHER";

/** 大专及以上: the groups 1x to 3x of the standard. */
export const isCollegeOrAbove = (code: string): boolean => /^[123]\d$/.test(code);
