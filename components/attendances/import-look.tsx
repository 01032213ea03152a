import { Card } from "@/components/ui/card";
import { Figure, Figures } from "@/components/ui/figure";
import { Table } from "@/components/ui/table";
import type { Check } from "@/lib/attendances/import-check";
import type { MarkSheet } from "@/lib/attendances/import-sheet";
import { codeNames, codes } from "@/lib/attendances/labels";
import { displayName } from "@/lib/platform/chinese/name";

const SHOWN = 50;

/** What the sheet says, counted by mark as on paper, and what of it is new, the same, or otherwise than what stands. */
export function ImportLook({ fileName, sheet, check }: { fileName: string; sheet: MarkSheet; check: Check }) {
  const counted = codes.filter((code) => check.counts[code]).map((code) => `${codeNames[code]} ${check.counts[code]}`);
  return (
    <>
      <Card bare>
        <div className="import-facts num">
          <p><b>{fileName}</b><span>“{sheet.sheet}”</span><span>代表 <b>{check.rows}</b> 行</span><span>场次 <b>{sheet.sessions.length}</b> 场</span></p>
          <p>{[...counted, `空白 ${check.blank}`].join("　")}</p>
          {sheet.unread.length > 0 ? <p>不是这项活动的场次，没有读取：{sheet.unread.join("、")}。</p> : null}
          {sheet.missing.length > 0 ? <p>表格中没有第 {sheet.missing.join("、")} 场，这些场次不变。</p> : null}
          {check.notDue.length > 0 ? <p>当天不在任，不计应到，不写入：{check.notDue.slice(0, SHOWN).join("、")}{check.notDue.length > SHOWN ? ` 等 ${check.notDue.length} 处` : ""}。</p> : null}
        </div>
      </Card>
      <Figures label="核对结果">
        <Figure label="未登记，可以写入" value={check.fresh.length} unit="处" /><Figure label="与现有登记相同" value={check.same} unit="处" /><Figure label="与现有登记不同" value={check.differs.length} unit="处" />
        <Figure label="对不上的姓名" value={check.names.length} unit="个" /><Figure label="不认识的记号" value={check.marks.length} unit="种" />
      </Figures>
      {check.differs.length > 0 ? (
        <Card bare title="与现有登记不同" aside={check.differs.length > SHOWN ? `前 ${SHOWN} 处，共 ${check.differs.length} 处` : `${check.differs.length} 处`}>
          <Table caption="与现有登记不同" columns={[{ label: "姓名", className: "who" }, { label: "单元格" }, { label: "现有登记" }, { label: "表格" }]} compact>
            {check.differs.slice(0, SHOWN).map((p) => <tr key={p.cell}><th scope="row" className="who">{displayName(p.name)}</th><td className="num">{p.cell}</td><td>{codeNames[p.shown]}</td><td>{codeNames[p.code]}</td></tr>)}
          </Table>
        </Card>
      ) : null}
    </>
  );
}
