import { readEthnicity } from "../codes/ethnicity";
import { codePoint, distinct, LONGEST_READ, quoted } from "./characters";
import { isAbsent } from "./month";

export type NameMarks = { sex?: "女" | "男"; ethnicity?: string };

export type ReadName = {
  /** The name as kept: NFC, · for every dot. Empty only when refused. */
  name: string;
  /** What was changed or noticed, one sentence each; padding spaces go without saying. */
  notes: string[];
  /** Why it cannot be a name, null when it can. */
  refused: string | null;
  /** What stood in brackets behind the name. */
  marks: NameMarks;
};

export const LONGEST_NAME = 50;

const DOTS = "·•‧・･∙⋅．.᛫ꞏ⸱﹒●";
const HAN = "\\p{Script=Han}";
const spacedDots = `\\s*[${DOTS}][${DOTS}\\s]*`;
/** A spaced full stop between Latin words (J. Smith) is punctuation, not a dot of the name. */
const dotsBetweenLetters = new RegExp(`(?<=[\\p{L}\\p{M}])[${DOTS}]+(?=\\p{L})|(?<=${HAN})${spacedDots}(?=\\p{L})|(?<=[\\p{L}\\p{M}])${spacedDots}(?=${HAN})`, "gu");
const trailingMark = /[（(〔【[﹙]+([^（(〔【[﹙）)〕】\]﹚]*)[）)〕】\]﹚]*\s*$/u;
const unreadable: ReadonlyArray<readonly [RegExp, string]> = [
  [/\p{Co}/u, "私有区字符"],
  [/\p{Cc}/u, "控制字符"],
  [/[\u202A-\u202E\u2066-\u2069]/u, "文字方向控制符"],
  [/\p{Cs}|\p{Noncharacter_Code_Point}/u, "残缺字符"],
];
const placeholders = new Set(["待定", "空缺", "暂缺", "缺额", "候补"]);
/** Two to four everyday characters, none of which could stand for a missing one. */
const USUAL = /^(?!.*[某无])[\u4e00-\u9fff]{2,4}$/u;
const standIn = /[×*?？＊□■▢◻〓\uFFFD]|某某/u;

/**
 * Reads one cell or field as a person's name. Traditional and rare characters stay as written; the caller keeps the
 * raw text where a note says that a compatibility character was replaced.
 */
export function readName(raw: string): ReadName {
  const marks: NameMarks = {};
  const notes: string[] = [];
  const refuse = (why: string): ReadName => ({ name: "", notes: [], refused: why, marks: {} });

  if (USUAL.test(raw) && !placeholders.has(raw)) return { name: raw, notes, refused: null, marks };
  if (raw.length > LONGEST_READ) return refuse(tooLong(raw));
  const bad = unreadableIn(raw.trim());
  if (bad) return refuse(bad);
  const visible = withoutInvisible(raw, notes);
  const { name: unmarked, unknown } = takeMarks(visible, marks, notes);
  if (unknown !== null) return refuse(`姓名后的括注${quoted(unknown)}不是性别或民族，请移到备注`);
  const name = tidy(unmarked, notes);
  const refused = whyNotAName(name);
  if (refused) return refuse(refused);

  if ([...name].length === 1) notes.push("姓名只有一个字，请核对");
  const odd = distinct(name.match(/[^\p{L}\p{M}·.' -]/gu));
  if (odd.length > 0) notes.push(`姓名含文字以外的符号${quoted(odd.join(""))}，请核对`);
  return { name, notes, refused: null, marks };
}

/** What search and names share: one form for characters and dots, no padding, nothing invisible. Says nothing, refuses nothing. */
export const plainName = (raw: string): string => tidy(withoutInvisible(raw.slice(0, LONGEST_READ), []), []);

/** Two Han characters set wide (王　军) so that names align in printed rosters; never stored. */
export const displayName = (name: string): string => (/^\p{Script=Han}{2}$/u.test(name) ? [...name].join("\u3000") : name);

function unreadableIn(text: string): string | null {
  for (const [pattern, kind] of unreadable) {
    const found = pattern.exec(text)?.[0];
    if (found) return `姓名含${kind} ${codePoint(found)}，${kind === "私有区字符" ? "请改用正式汉字" : "请删去后重新填写"}`;
  }
  return null;
}

function withoutInvisible(raw: string, notes: string[]): string {
  const invisible = distinct(raw.match(/\p{Default_Ignorable_Code_Point}/gu));
  if (invisible.length > 0) notes.push(`姓名中的不可见字符 ${invisible.map(codePoint).join("、")} 已去掉`);
  return raw.replace(/\p{Default_Ignorable_Code_Point}/gu, "").trim();
}

function takeMarks(text: string, marks: NameMarks, notes: string[]): { name: string; unknown: string | null } {
  let name = text;
  for (let found = trailingMark.exec(name); found; found = trailingMark.exec(name)) {
    for (const word of (found[1] ?? "").split(/[，,、；;/\s]+/).filter(Boolean)) {
      const sex = /^([男女])性?$/.exec(word)?.[1];
      if (sex === "男" || sex === "女") marks.sex = sex;
      else if (readEthnicity(word) || word.endsWith("族")) marks.ethnicity = word;
      else return { name, unknown: word };
    }
    name = name.slice(0, found.index).trimEnd();
  }
  const moved = [marks.sex, marks.ethnicity].filter(Boolean);
  if (moved.length > 0) notes.push(`姓名后括注的${quoted(moved.join("，"))}不作为姓名，按性别、民族处理`);
  return { name, unknown: null };
}

function tidy(text: string, notes: string[]): string {
  const replaced = [...text].map((char) => [char, oneForm(char)] as const);
  const changed = replaced.filter(([from, to]) => from !== to && !DOTS.includes(to) && /\p{Script=Han}/u.test(to));
  for (const [from, to] of new Map(changed)) notes.push(`姓名中的兼容字 ${codePoint(from)} 已改为 ${to}（${codePoint(to)}）`);
  const joined = replaced.map(([, to]) => to).join("").normalize("NFC");
  const formed = joined.replace(/\s+/gu, " ").replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "").trim();
  const dotted = formed.replace(dotsBetweenLetters, "·");
  if (dotted.replace(/ /g, "") !== formed.replace(/ /g, "")) notes.push("姓名中的间隔号已统一为“·”");
  return dotted;
}

/** Kangxi radicals and full-width letters are copies of ordinary characters; NFC alone leaves them. */
const oneForm = (char: string): string => (/[\u2E80-\u2FD5\uFF21-\uFF3A\uFF41-\uFF5A]/u.test(char) ? char.normalize("NFKC") : char.normalize("NFC"));

function whyNotAName(name: string): string | null {
  const length = [...name].length;
  if (length === 0) return "没有姓名，请填写";
  if (placeholders.has(name) || isAbsent(name)) return `${quoted(name)}不是姓名，人选确定后再填写`;
  const lost = standIn.exec(name)?.[0];
  if (lost) return `姓名含${quoted(lost)}，像是代替未写出的字，请改用正式汉字`;
  if (!/\p{L}/u.test(name)) return `${quoted(name)}中没有文字，不是姓名，请核对`;
  return length > LONGEST_NAME ? tooLong(name) : null;
}

const tooLong = (text: string): string => `姓名有 ${[...text].length} 个字，最多 ${LONGEST_NAME} 个字，请核对`;
