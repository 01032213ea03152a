export type Block = { level: 0 | 1 | 2; text: string };

const FIRST = /^[一二三四五六七八九十]{1,3}、(?=.{1,40}$)(?!.*[。；])/;
const SECOND = /^[（(][一二三四五六七八九十]{1,3}[）)](?=.{1,40}$)(?!.*[。；])/;

/** A report as headings and paragraphs: a line beginning with "#" or 一、 is a heading, with "##" or （一） a lower one, every other a paragraph. A numbered line that is a whole sentence is none. */
export const blocksOf = (text: string): Block[] =>
  text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).map((line) => {
    const marked = /^(#{1,6})\s*(.+)$/.exec(line);
    if (marked) return { level: marked[1] === "#" ? 1 : 2, text: marked[2] ?? "" };
    return { level: FIRST.test(line) ? 1 : SECOND.test(line) ? 2 : 0, text: line };
  });
