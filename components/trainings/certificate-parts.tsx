import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Pager, RangeText } from "@/components/ui/pager";
import { Blank, Table } from "@/components/ui/table";
import { hoursOf } from "@/lib/certificates/labels";
import { displayName } from "@/lib/platform/chinese/name";
import { issueCertificates } from "@/lib/trainings/actions";
import type { listRevoked, StandingRow } from "@/lib/trainings/certificate-queries";
import { gapsInWords, standingNames, type Standing } from "@/lib/trainings/labels";

export const PAGE = 50;

/** Issues to everybody who waits for a certificate, after who that is was shown. */
export function IssueForm({ id, ready }: { id: string; ready: number }) {
  return (
    <Card title="发放培训证书">
      <p className="mb-3 text-ink-2">待发证 {ready} 人。发证后按年度依次编号，每人一张；代表在手机上可以下载本人的证书。</p>
      <ActionForm action={issueCertificates} formKey={randomUUID()} submit={`发给这 ${ready} 人`} id="issue"><input type="hidden" name="id" value={id} /><input type="hidden" name="ready" value={ready} /></ActionForm>
    </Card>
  );
}

const Why = ({ row }: { row: StandingRow }) => (row.standing === "short" ? <td className="wide">{gapsInWords(row.gaps) || "出席名单尚未确认"}</td> : <td className="num">{row.no ? <>{row.no}<small className="block text-ink-3">{row.issuedOn} 发证</small></> : <Blank why="还没有发证" />}</td>);

type List = { rows: readonly StandingRow[]; sessions: number; show: Standing; page: number; path: string };

/** Who stands where with the certificate, and who gets none for which session. */
export function StandingTable({ rows, sessions, show, page, path }: List) {
  const shown = rows.slice((page - 1) * PAGE, page * PAGE);
  return (
    <Card bare title={standingNames[show]} aside={<RangeText total={rows.length} page={page} size={PAGE} unit="人" />}>
      {shown.length === 0 ? <Empty title={`没有${standingNames[show]}的代表`} /> : (
        <Table caption={standingNames[show]} columns={[{ label: "姓名", className: "who" }, { label: "代表团" }, { label: "选举单位" }, { label: "到会场次", align: "right" }, { label: "学时", align: "right" }, { label: show === "short" ? "原因" : "证书编号" }]} compact>
          {shown.map((row) => (
            <tr key={row.participationId}>
              <th scope="row" className="who">{displayName(row.name)}</th><td>{row.delegation}</td><td className="wide">{row.unit}</td>
              <td className="r num">{row.came} / {sessions}</td><td className="r num">{hoursOf(row.hours)}</td><Why row={row} />
            </tr>
          ))}
        </Table>
      )}
      <Pager path={path} params={{ show }} total={rows.length} page={page} size={PAGE} unit="人" sizes={[]} />
    </Card>
  );
}

/** Certificates that hold no more; their numbers stay used. */
export function RevokedTable({ rows }: { rows: Awaited<ReturnType<typeof listRevoked>> }) {
  return (
    <Card bare title="已撤销的证书" aside={<span>{rows.length} 张</span>}>
      <Table caption="已撤销的证书" columns={[{ label: "证书编号", className: "who" }, { label: "姓名" }, { label: "撤销时间" }, { label: "撤销人" }, { label: "原因" }]} compact>
        {rows.map((row) => <tr key={row.id}><th scope="row" className="who num">{row.no}</th><td>{displayName(row.name)}</td><td className="num">{row.at}</td><td>{row.by}</td><td className="wide">{row.reason}</td></tr>)}
      </Table>
    </Card>
  );
}
