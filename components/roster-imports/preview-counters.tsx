import Link from "next/link";
import type { Counts, View } from "@/lib/roster-imports/checked";

type Props = { counts: Counts; show: View; path: string };

const COUNTERS: { view: View; mark: string; tone: string; label: string; count: (c: Counts) => number; note: (c: Counts) => string }[] = [
  { view: "ready", mark: "●", tone: "green", label: "可导入", count: (c) => c.ready, note: (c) => [`新增 ${c.add}`, c.update > 0 ? `更新 ${c.update}` : "", c.same > 0 ? `无变化 ${c.same}` : ""].filter(Boolean).join("，") },
  { view: "pending", mark: "▲", tone: "amber", label: "待定", count: (c) => c.pending, note: () => "改正，或附理由接受" },
  { view: "error", mark: "■", tone: "danger", label: "错误", count: (c) => c.error, note: () => "改正后才能导入" },
  { view: "note", mark: "●", tone: "blue", label: "提示", count: (c) => c.note, note: () => "已处理，请知悉" },
];

/** The four counters; each shows exactly the rows it counted. */
export function PreviewCounters({ counts, show, path }: Props) {
  return (
    <nav className="import-counts" aria-label="按结果查看">
      {COUNTERS.map((c) => (
        <Link key={c.view} href={`${path}?show=${c.view}`} prefetch={false} scroll={false} aria-current={show === c.view || (show === "trouble" && (c.view === "pending" || c.view === "error")) ? "true" : undefined}>
          <span><i className={c.tone} aria-hidden="true">{c.mark}</i> {c.label}</span><strong>{c.count(counts)}</strong><small>{c.note(counts)}</small>
        </Link>
      ))}
    </nav>
  );
}
