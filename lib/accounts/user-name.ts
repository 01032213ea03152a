// Rule: a user name is the whole name in pinyin, as it is read aloud; of two that are spelled alike the later ones get a
// number. It holds no number of an ID card or telephone, which would tell more than a name.

const LONGEST = 24;
const SHORTEST = 3;

/** The letters a user name begins with: pinyin without tones, at most 24; a name nobody can spell becomes "daibiao". */
export const spelled = (pinyin: string): string => pinyin.normalize("NFD").toLowerCase().replace(/[^a-z]/g, "").slice(0, LONGEST) || "daibiao";

/** The `n`-th user name of these letters, from 1: the letters alone, then with 2, 3 and so on. Fewer than three letters are filled up first. */
export const nth = (letters: string, n: number): string => (n === 1 ? letters.padEnd(SHORTEST, "x") : `${letters.padEnd(SHORTEST, "x")}${n}`);

/** One user name for each of these spellings, in their order: none that is `taken`, and none twice. */
export function userNames(spellings: readonly string[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  return spellings.map((pinyin) => {
    const letters = spelled(pinyin);
    for (let n = 1; ; n += 1) {
      const name = nth(letters, n);
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  });
}
