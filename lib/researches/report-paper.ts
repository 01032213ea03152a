import "server-only";
import { lines, paperBytes } from "@/lib/platform/documents/paper";
import { formatDateLong, formatInstant } from "@/lib/platform/clock";
import { spanOf } from "@/lib/activities/sessions";
import { findingNames, stopNames } from "./labels";
import type { FindingRow, RemarkRow, ResearchRecord } from "./queries";
import { blocksOf } from "./report-text";

const said = (text: string, more: Parameters<typeof lines>[1] = {}) => lines(text, { font: "body", points: 16, ...more });
const heading = (text: string) => lines(text, { font: "head", points: 16, before: 160, after: 80 });

/** The report on A4 as offices file it: title, facts of the research, text, what was seen by stop, remarks and adoption. */
export function reportBytes(of: ResearchRecord, findings: readonly FindingRow[], remarks: readonly RemarkRow[]): Promise<Uint8Array<ArrayBuffer>> {
  const facts = [`课题：${of.topic}`, `时间：${spanOf(of)}`, `组织单位：${of.unitName}`, ...(of.leaderName ? [`组长：${of.leaderName}`] : []), ...(of.guests.length > 0 ? [`会外人员：${of.guests.map((g) => `${g.name}（${g.kindName}）`).join("、")}`] : [])];
  const route = of.stops.map((stop, i) => ({ stop, i, seen: findings.filter((f) => f.stopId === stop.id) })).filter(({ seen }) => seen.length > 0);
  const title = of.reportTitle ?? of.title;
  return paperBytes({
    title, office: of.unitName, margins: [37, 26, 35, 28], numbered: true,
    children: [
      ...lines(title, { font: "title", points: 22, align: "center", after: 320 }),
      ...facts.flatMap((fact) => said(fact, { points: 14 })),
      ...blocksOf(of.reportText ?? "").flatMap(({ level, text }) => (level === 1 ? heading(text) : said(`　　${text}`, level === 2 ? { bold: true } : {}))),
      ...(route.length > 0 ? heading("附：各站所见") : []),
      ...route.flatMap(({ stop, i, seen }) => [...said(`${i + 1}．${stop.name}（${stopNames[stop.kind]}）`, { bold: true, points: 14 }), ...seen.flatMap((f) => said(`　　${findingNames[f.kind]}：${f.text}（${f.authorName}）`, { points: 14 }))]),
      ...(remarks.length > 0 ? heading("批示") : []),
      ...remarks.flatMap((r) => said(`　　${r.text}（${r.byName}，${formatDateLong(r.writtenOn)}）`, { points: 14 })),
      ...(of.adoptedBy ? [...heading("采纳"), ...said(`　　${of.adoptedBy}，${of.adoptionPaper ?? ""}`, { points: 14 })] : []),
      ...(of.submittedAt && of.submitterName ? said(`${of.submitterName} ${formatDateLong(formatInstant(of.submittedAt).slice(0, 10))}提交`, { points: 14, align: "right", before: 320 }) : []),
    ],
  });
}
