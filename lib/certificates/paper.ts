import "server-only";
import { lines, paperBytes } from "@/lib/platform/documents/paper";
import { formatDateLong } from "@/lib/platform/clock";
import { daysOf, hoursOf } from "./labels";
import type { Certificate } from "./queries";

/** What a certificate says. */
export const sentenceOf = ({ from, to, title, hours }: Pick<Certificate, "from" | "to" | "title" | "hours">): string =>
  `\u3000\u3000于${daysOf(from, to, formatDateLong)}参加“${title}”，全程出席，取得 ${hoursOf(hours)} 学时。特发此证。`;

const one = (c: Certificate, office: string, i: number) => [
  ...lines("培训证书", { font: "title", points: 40, align: "center", before: 900, after: 300, ...(i > 0 ? { sheet: true as const } : {}) }),
  ...lines(c.no, { font: "body", points: 16, align: "right", after: 500, indent: 10 }),
  ...lines(`${c.name}同志：`, { font: "body", points: 22, after: 300 }),
  ...lines(sentenceOf(c), { font: "body", points: 22, after: 900 }),
  ...lines(office, { font: "body", points: 20, align: "right", indent: 10, after: 160 }),
  ...lines(formatDateLong(c.issuedOn), { font: "body", points: 20, align: "right", indent: 10 }),
];

/** Certificates as one document, a sheet for each person. */
export const certificateBytes = (certificates: readonly Certificate[], office: string): Promise<Uint8Array<ArrayBuffer>> =>
  paperBytes({ title: "培训证书", office, landscape: true, margins: [25, 30, 20, 30], children: certificates.flatMap((c, i) => one(c, office, i)) });
