import type { Entry } from "@/lib/schedules/queries";

/** An entry in a line: what it is, which of several sessions, and that it is not published yet. */
export const entryWords = ({ what, title, part, draft }: Entry): string => [draft ? "（拟稿）" : "", what ? `${what}：` : "", title, part ? `（${part}）` : ""].join("");
