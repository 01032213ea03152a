import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Pager, RangeText } from "@/components/ui/pager";
import { Tag } from "@/components/ui/tag";
import type { Checked, Counts } from "@/lib/duty-imports/check";
import { matchNames, type Match } from "@/lib/duty-imports/labels";
import type { DutyCheck } from "@/lib/duty-imports/queries";
import type { View } from "@/lib/duty-imports/schema";
import { FIELDS, type DutyField } from "@/lib/duty-imports/sheet";

const SIZE = 50;

const shows: Record<View, (row: Checked) => boolean> = {
  trouble: (row) => row.match === "ERROR" || row.match === "DOUBLE", ERROR: (row) => row.match === "ERROR", DOUBLE: (row) => row.match === "DOUBLE", ADD: (row) => row.match === "ADD", SAME: (row) => row.match === "SAME",
  late: (row) => row.duty?.late === true, all: () => true,
};

const tones: Record<Exclude<Match, "ERROR">, "green" | "plain" | "amber"> = { ADD: "green", SAME: "plain", DOUBLE: "amber" };
const labelOf = (field: DutyField) => FIELDS.find((f) => f.key === field)?.label ?? field;

const COUNTERS: { view: View; mark: string; tone: string; label: string; count: (c: Counts) => number; note: string }[] = [
  { view: "ADD", mark: "●", tone: "green", label: "新增", count: (c) => c.ADD, note: "确认后写入" },
  { view: "DOUBLE", mark: "▲", tone: "amber", label: "疑似重复", count: (c) => c.DOUBLE, note: "说明理由才写入" },
  { view: "SAME", mark: "●", tone: "blue", label: "已有", count: (c) => c.SAME, note: "不再写入" },
  { view: "ERROR", mark: "■", tone: "danger", label: "错误", count: (c) => c.ERROR, note: "改正后才能导入" },
];

/** The four counters; each shows exactly the rows it counted. */
function Counters({ path, counts, show }: { path: string; counts: Counts; show: View }) {
  return (
    <nav className="import-counts" aria-label="按结果查看">
      {COUNTERS.map((c) => (
        <Link key={c.view} href={`${path}?show=${c.view}`} prefetch={false} scroll={false} aria-current={show === c.view ? "true" : undefined}>
          <span><i className={c.tone} aria-hidden="true">{c.mark}</i> {c.label}</span><strong>{c.count(counts)}</strong><small>{c.note}</small>
        </Link>
      ))}
    </nav>
  );
}

/** All there is to say about a row, beside its name. */
function Told({ row }: { row: Checked }) {
  return (
    <td className="problem">
      {row.faults.map((f) => <span key={f.field + f.message} className="why bad"><b>{labelOf(f.field)}</b><i aria-hidden="true">■</i> 错误：{f.message}</span>)}
      {row.notes.map((note, i) => (row.match === "DOUBLE" && i === 0 ? <span key={note} className="why wait"><i aria-hidden="true">▲</i> {note}</span> : <span key={note} className="why tip"><i aria-hidden="true">●</i> {note}</span>))}
      {row.faults.length + row.notes.length === 0 ? <span className="muted">—</span> : null}
    </td>
  );
}

function Row({ row }: { row: Checked }) {
  const bad = new Set(row.faults.map((f) => f.field));
  const look = (field: DutyField) => (bad.has(field) ? "bad" : undefined);
  return (
    <tr>
      <td className="num">{row.row}</td>
      <td className={["who", look("name")].filter(Boolean).join(" ")}>{row.cells.name || "—"}<small>{row.cells.delegation}</small>{row.match === "ERROR" ? null : <Tag tone={tones[row.match]} mark={false}>{matchNames[row.match]}</Tag>}</td>
      <Told row={row} />
      {FIELDS.slice(2).map(({ key, label }) => <td key={key} className={look(key)} data-head={look(key) ? label : undefined}>{row.cells[key] ?? "—"}</td>)}
    </tr>
  );
}

/** Everything the sheet says against roster and ledger, every fault of every row; nothing written yet. */
export function DutyPreview({ id, fileName, check, counts, show, page }: { id: string; fileName: string; check: DutyCheck; counts: Counts; show: View; page: number }) {
  const path = `/manage/duties/import/${id}`;
  const rows = check.rows.filter(shows[show]);
  const shown = rows.slice((page - 1) * SIZE, page * SIZE);
  const { sheet } = check;
  return (
    <Card bare>
      <div className="import-facts num">
        <p><b>{fileName}</b><span>“{sheet.sheet}”，表头在第 <b>{sheet.headerRow}</b> 行</span><span>履职记录 <b>{counts.rows}</b> 行，涉及代表 <b>{counts.delegates}</b> 名</span></p>
        {counts.late > 0 ? <p><Link href={`${path}?show=late`} prefetch={false} className="underline">{counts.late} 行在履职 30 日以后填报</Link>，照常写入。</p> : null}
        {sheet.ignored.length > 0 ? <p>没有对应的列，未读取：{sheet.ignored.join("、")}。</p> : null}
      </div>
      <Counters path={path} counts={counts} show={show} />
      <div className="listbar"><div><RangeText total={rows.length} page={page} size={SIZE} unit="行" /></div><div className="flex flex-wrap items-center gap-x-4"><a href={`${path}?show=all`}>显示全部</a>{counts.ERROR > 0 ? <LinkButton href={`${path}/errors`} small download>下载错误工作簿</LinkButton> : null}</div></div>
      {shown.length === 0 ? <Empty title="这里没有行" why={show === "trouble" ? "没有错误和重复，可以直接导入。" : "换一类结果查看，或直接进行下一步。"} /> : (
        <div className="scroll" role="region" aria-label="核对结果" tabIndex={0}>
          <table className="sheet import-sheet">
            <caption><span className="sr">核对结果</span></caption>
            <thead><tr><th scope="col">行号</th><th scope="col" className="who">姓名、代表团</th><th scope="col" className="problem">问题</th>{FIELDS.slice(2).map((f) => <th key={f.key} scope="col">{f.label}</th>)}</tr></thead>
            <tbody>{shown.map((row) => <Row key={row.row} row={row} />)}</tbody>
          </table>
        </div>
      )}
      <Pager path={path} params={{ show }} total={rows.length} page={page} size={SIZE} unit="行" sizes={[]} />
    </Card>
  );
}
