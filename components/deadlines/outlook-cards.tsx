import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Coming, LateUnit } from "@/lib/deadlines/outlook-queries";

/** What is due next, the nearest day on top. */
export function ComingCard({ rows }: { rows: readonly Coming[] }) {
  return (
    <Card title="接下来到期" aside={<Link href="/deadlines" prefetch={false}>全部期限</Link>}>
      {rows.length === 0 ? <p className="text-ink-2">没有正在计时的事项。</p> : (
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.id}><Link href={`/deadlines/${row.id}`} prefetch={false} className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 py-2 text-ink hover:text-blue"><span>{row.subject}<span className="ml-2 text-ink-3">{row.owner}</span></span><span className="num text-ink-2">{row.dueOn}{row.provisional ? "（暂算）" : ""}</span></Link></li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What is late, and by whom; each number leads to exactly its clocks. `own` speaks to the unit that has to do them itself and urges nobody. */
export function LateCard({ rows, own }: { rows: readonly LateUnit[]; own?: boolean }) {
  const late = rows.reduce((sum, row) => sum + row.late, 0);
  return (
    <Card title={late === 0 ? "没有超期的事项" : `${late} 件已超期`}>
      {late === 0 ? <p className="text-ink-2">{own ? "本单位到期未办的事项列在这里，请及时办理。" : "到期未办的事项按承办单位列在这里，可以催办。"}</p> : (
        <ul className="divide-y divide-line">
          {rows.slice(0, 8).map((row) => <li key={row.unitId} className="flex min-h-11 items-center justify-between gap-3"><span>{row.name}</span><Link className="num py-2" prefetch={false} href={`/deadlines?unit=${row.unitId}&light=overdue`}>{row.late} 件，查看</Link></li>)}
          {rows.length > 8 ? <li className="flex min-h-11 items-center"><Link href="/deadlines?light=overdue" prefetch={false}>查看全部 {late} 件</Link></li> : null}
        </ul>
      )}
    </Card>
  );
}
