import "server-only";
import { edges, lines, paperBytes, table, twips } from "@/lib/platform/documents/paper";
import type { SummaryRow } from "./summary-queries";

const ACROSS = twips(297 - 30);
const heads = ["序号", "意见建议", "交办的要求", "交办日期", "办理情况", "答复"];
const widths = [0.05, 0.37, 0.14, 0.1, 0.1, 0.24].map((share) => Math.floor(ACROSS * share));

export type Summary = { title: string; office: string; date: string; rows: readonly SummaryRow[] };

/** 意见建议汇总: one table for each body it was handed to; nobody who spoke is named. */
export function summaryDocx({ title, office, date, rows }: Summary): Promise<Uint8Array<ArrayBuffer>> {
  const targets = [...new Set(rows.map((row) => row.to))];
  const head = { head: true, height: 480, cells: heads.map((text) => ({ text, font: "head" as const, points: 10.5, align: "center" as const })) };
  return paperBytes({
    title: `${title}意见建议汇总`, office, landscape: true, numbered: true, margins: [18, 15, 16, 15],
    children: [
      ...lines(`${title}意见建议汇总`, { font: "title", points: 20, align: "center", after: 120 }),
      edges(`交办单位：${office}`, `日期：${date}`, ACROSS, { font: "body", points: 12, after: 60 }),
      ...targets.flatMap((to) => {
        const own = rows.filter((row) => row.to === to);
        return [
          ...lines(`承办单位：${to}（${own.length} 件）`, { font: "head", points: 14, before: 160, after: 60 }),
          table(widths, [head, ...own.map((row, n) => ({ height: 400, cells: [{ text: String(n + 1), align: "center" as const }, { text: row.content }, { text: row.handNote ?? "" }, { text: row.handed, align: "center" as const }, { text: row.state, align: "center" as const }, { text: row.answer ?? "" }].map((cell) => ({ points: 10.5, ...cell })) }))]),
        ];
      }),
    ],
  });
}
