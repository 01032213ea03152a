import { LONGEST_NAME, plainName } from "./name";

export type Query =
  | { kind: "empty" }
  | { kind: "name" | "latin"; keys: string[]; text: string }
  | { kind: "digits"; text: string };

/**
 * Keys under which a person is found: every one and two characters of the name, and of its letters (initials, and
 * Latin words as written) marked "i:". They narrow the search (array contains); the caller then compares the text itself.
 */
export function searchKeys({ name, initials }: { name: string; initials: string }): string[] {
  const latin = folded(name).normalize("NFKD").replace(/[^a-z]/g, "");
  return [...new Set([...grams(folded(name), 1), ...grams(folded(name), 2), ...marked(initials.toLowerCase()), ...marked(latin)])];
}

/** What was typed into a search box, and the keys each hit must have. */
export function readQuery(q: string): Query {
  const typed = plainName(q);
  if (typed === "") return { kind: "empty" };
  const text = cut(typed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "") || typed);
  const plain = folded(text).replace(/[\s'’-]/g, "");
  if (/^\d+$/.test(plain)) return { kind: "digits", text: plain };
  if (/^[a-zü]+$/.test(plain)) {
    const letters = plain.replace(/ü/g, "v");
    return { kind: "latin", keys: needed(letters).map(mark), text: letters };
  }
  return { kind: "name", keys: needed(folded(text)), text };
}

/** Of a longer text the pairs suffice: they hold the single characters. */
const needed = (text: string): string[] => [...new Set(grams(text, [...text].length === 1 ? 1 : 2))];

const mark = (gram: string): string => `i:${gram}`;

const marked = (letters: string): string[] => [...grams(letters, 1), ...grams(letters, 2)].map(mark);

const folded = (text: string): string => cut(text).normalize("NFKC").toLowerCase();

const cut = (text: string): string => [...text].slice(0, LONGEST_NAME).join("");

function grams(text: string, size: 1 | 2): string[] {
  const chars = [...text];
  return size === 1 ? chars : chars.slice(1).map((char, at) => `${chars[at]}${char}`);
}
