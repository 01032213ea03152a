import { bareWord } from "@/lib/platform/spreadsheet/words";

export type PrimaryCategoryCode = "LEADING_CADRE" | "PROFESSIONAL" | "MODEL" | "MILITARY";
export type FlagCode = "FRONTLINE" | "WORKER" | "FARMER" | "NEW_ORGANIZATION" | "RETIRED" | "RETURNED_OVERSEAS";
export type ElectionKindCode = "GENERAL" | "BY_ELECTION";

type Vocabulary<C extends string> = ReadonlyArray<{ code: C; name: string; synonyms: readonly string[] }>;

export const CATEGORIES: Vocabulary<PrimaryCategoryCode> = [
  { code: "LEADING_CADRE", name: "各级领导干部", synonyms: ["领导干部", "各级干部", "干部"] },
  { code: "PROFESSIONAL", name: "各类专业技术人员", synonyms: ["专业技术人员", "各方面专业技术人员", "专业技术人才"] },
  { code: "MODEL", name: "各条战线先进模范人物", synonyms: ["先进模范人物", "先进模范", "各方面先进模范人物", "先模人物"] },
  { code: "MILITARY", name: "解放军和武警部队", synonyms: ["解放军武警", "军队", "解放军", "武警部队", "解放军和武警", "军队武警", "解放军、武警部队"] },
];

export const FLAGS: Vocabulary<FlagCode> = [
  { code: "FRONTLINE", name: "生产和工作一线", synonyms: ["一线", "一线代表", "生产工作一线", "基层一线"] },
  { code: "WORKER", name: "工人", synonyms: ["工人党员", "产业工人"] },
  { code: "FARMER", name: "农民", synonyms: ["农民党员"] },
  { code: "NEW_ORGANIZATION", name: "两新组织", synonyms: ["两新", "新经济组织", "新社会组织", "两新组织党员"] },
  { code: "RETIRED", name: "离退休", synonyms: ["离退休人员", "离退休干部", "退休", "离休"] },
  { code: "RETURNED_OVERSEAS", name: "归侨侨眷", synonyms: ["归侨", "侨眷"] },
];

export const ELECTION_KINDS: Vocabulary<ElectionKindCode> = [
  { code: "GENERAL", name: "换届选举", synonyms: ["换届", "换届当选", "大会选举"] },
  { code: "BY_ELECTION", name: "补选", synonyms: ["增补", "补选当选"] },
];

export const readCategory = (text: string) => read(CATEGORIES, text);
export const readFlag = (text: string) => read(FLAGS, text);
export const readElectionKind = (text: string) => read(ELECTION_KINDS, text);

function read<C extends string>(words: Vocabulary<C>, text: string): C | null {
  const word = bareWord(text);
  return words.find((w) => w.code === word || bareWord(w.name) === word || w.synonyms.some((s) => bareWord(s) === word))?.code ?? null;
}
