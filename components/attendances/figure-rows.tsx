import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Pager, RangeText } from "@/components/ui/pager";
import { Row, Rows } from "@/components/ui/rows";
import { Table, type Column } from "@/components/ui/table";
import { PAGE, type FigureRow } from "@/lib/attendances/figure-queries";
import { classNames, type Shown } from "@/lib/attendances/labels";
import { displayName } from "@/lib/platform/chinese/name";
import { halfDay, sessionOf } from "./session-words";

/** Whose figure it is: of an activity or a unit, people are named; of a unit or a delegate, the activity is. `brief` readers have no pages to go on to. */
export type FigureSubject = "activity" | "unit" | "delegate";

type Props = { of: FigureSubject; title: string; rows: readonly FigureRow[]; total: number; page: number; path: string; show: Shown; back: string; brief?: boolean };

const columns: Record<FigureSubject, Column[]> = {
  activity: [{ label: "姓名", className: "who" }, { label: "代表团" }, { label: "场次" }, { label: "情况" }],
  unit: [{ label: "姓名", className: "who" }, { label: "代表团" }, { label: "活动" }, { label: "场次" }, { label: "情况" }],
  delegate: [{ label: "活动", className: "who" }, { label: "场次" }, { label: "情况" }],
};

function Cells({ of, row, brief }: { of: FigureSubject; row: FigureRow; brief: boolean }) {
  const activity = brief ? row.title : <Link href={`/manage/activities/${row.activityId}/attendance`} prefetch={false}>{row.title}</Link>;
  if (of === "delegate") return <th scope="row" className="who">{activity}</th>;
  return (
    <>
      <th scope="row" className="who">{brief ? displayName(row.name) : <Link href={`/manage/delegates/${row.delegateId}`} prefetch={false}>{displayName(row.name)}</Link>}</th>
      <td>{row.delegation}</td>
      {of === "unit" ? <td className="wide">{activity}</td> : null}
    </>
  );
}

/** The rows behind a number of the fair figure. */
export function FigureRows({ of, title, rows, total, page, path, show, back, brief = false }: Props) {
  return (
    <Card bare title={title} aside={<RangeText total={total} page={page} size={PAGE} unit="场次" />}>
      {rows.length === 0 ? <Empty title="没有这样的场次" next={{ href: path, label: back }} /> : (
        <Table caption={title} columns={columns[of]} compact>
          {rows.map((row) => (
            <tr key={`${row.participationId}${row.sessionId}`}>
              <Cells of={of} row={row} brief={brief} />
              <td className="num">{of === "activity" ? `第 ${row.position} 场　${halfDay(row.startsAt)}` : sessionOf(row)}</td><td>{classNames[row.class]}</td>
            </tr>
          ))}
        </Table>
      )}
      <Pager path={path} params={{ show }} total={total} page={page} size={PAGE} unit="场次" sizes={[]} />
    </Card>
  );
}

/** The same for the delegate on the phone. */
export function OwnFigureRows({ title, rows, total, page, path, show }: Pick<Props, "title" | "rows" | "total" | "page" | "path" | "show">) {
  return (
    <>
      {rows.length === 0 ? <section className="card"><Empty title="没有这样的场次" {...(show === "due" ? { why: "活动举行后，您列入应参加名单的场次会列在这里。" } : {})} next={show === "due" ? { href: "/my", label: "返回首页" } : { href: path, label: "查看全部应到场次" }} /></section> : (
        <Rows label={title}>{rows.map((row) => <Row key={`${row.participationId}${row.sessionId}`} label={<>{row.title}<small className="num block text-ink-3">{sessionOf(row)}</small></>} value={classNames[row.class]} />)}</Rows>
      )}
      <Pager path={path} params={{ show }} total={total} page={page} size={PAGE} unit="场次" sizes={[]} />
    </>
  );
}
