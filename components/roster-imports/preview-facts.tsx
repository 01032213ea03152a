import type { Checked } from "@/lib/roster-imports/checked";
import { FIELDS } from "@/lib/delegates/roster/fields";
import { skippedLabels } from "@/lib/delegates/roster/labels";
import { Tag } from "@/components/ui/tag";

type Layout = Checked["layout"];

/** 标题 2、表头 5 … and the total, over all sheets. */
function skippedOf(layout: Layout) {
  const counts = new Map<string, number>();
  for (const s of layout.sheets.flatMap((sheet) => sheet.skipped)) {
    if (s.kind !== "blank") counts.set(skippedLabels[s.kind], (counts.get(skippedLabels[s.kind]) ?? 0) + s.rows);
  }
  return { total: [...counts.values()].reduce((a, b) => a + b, 0), text: [...counts].map(([label, n]) => `${label} ${n}`).join("、") };
}

/** Counts that differ stand as tags above, new places in a list of their own. */
const TOLD_ELSEWHERE = ["COUNT_DIFFERS", "DELEGATIONS_NEW", "UNITS_NEW"];

/** What was understood of the file, before any row: header, blocks, what was skipped and why. */
export function PreviewFacts({ fileName, checked }: { fileName: string; checked: Checked }) {
  const { layout, notes } = checked;
  const skipped = skippedOf(layout);
  const blocks = new Set(layout.sheets.flatMap((s) => s.blocks.map((b) => b.delegation)));
  const aside = [
    ...layout.notImported.map((s) => `“${s.name}”：${s.why}`),
    ...(layout.unmapped.length > 0 ? [`没有对应的列：${layout.unmapped.map((c) => `${c.letter} ${c.header}`).join("、")}`] : []),
    ...notes.filter((n) => n.severity === "NOTE" && !TOLD_ELSEWHERE.includes(n.code)).map((n) => n.message),
  ];
  return (
    <div className="import-facts num">
      <p>
        <b>{fileName}</b>
        {layout.sheets.map((s) => <span key={s.name}>{layout.sheets.length > 1 ? `${s.name}：` : ""}表头在第 <b>{s.headerRow}</b> 行</span>)}
        {blocks.size > 0 ? <span>代表团分块 <b>{blocks.size}</b> 个</span> : null}
        <span>人员 <b>{checked.rows.length}</b> 行</span>
        <span>跳过 <b>{skipped.total}</b> 行</span>
        {layout.mismatches.map((m) => <Tag key={`${m.sheet}${m.row}${m.label}`} tone="amber">{m.message}</Tag>)}
      </p>
      {notes.filter((n) => n.severity === "ERROR").map((n) => <p key={n.code}><Tag tone="danger">{n.message}</Tag></p>)}
      <p>{[...(skipped.text ? [`跳过：${skipped.text}`] : []), ...aside].map((t) => `${t.replace(/。$/, "")}。`).join("")}</p>
      {skipped.total > 0 ? (
        <details className="fold"><summary>查看跳过的行</summary>
          <ul className="import-skipped">{layout.sheets.flatMap((sheet) => sheet.skipped.filter((s) => s.kind !== "blank").map((s) => <li key={`${sheet.name}${s.row}`}><span className="num">第 {s.row} 行</span><span>{skippedLabels[s.kind]}</span><span>{s.text}</span></li>))}</ul>
        </details>
      ) : null}
    </div>
  );
}

/** One control a column: what it is taken for, and the chance to say otherwise. */
export function MappingStrip({ layout }: { layout: Layout }) {
  return (
    <div className="import-map" role="group" aria-label="列对应，可改正">
      {layout.sheets.flatMap((sheet) => sheet.columns.map((c) => {
        const off = c.field === null;
        return (
          <label key={`${sheet.name}${c.letter}`} className={off ? "off" : undefined}>
            <span><i>{c.letter}</i>{c.header.replace(/\s+/g, "")}</span>
            <input type="hidden" name="about[]" value={`map|${sheet.name}:${c.letter}`} />
            <select name="value[]" defaultValue={c.field ?? "ignore"} aria-label={`${c.letter} 列 ${c.header} 对应`}>
              <option value="ignore">不导入</option>
              {FIELDS.map((f) => <option key={f.key} value={f.key}>{f.label}</option>)}
            </select>
          </label>
        );
      }))}
    </div>
  );
}
