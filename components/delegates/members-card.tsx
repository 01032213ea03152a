import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Table } from "@/components/ui/table";
import { hrefOf } from "@/lib/delegates/filters";
import { STAFF_LIST } from "@/lib/delegates/list-back";
import type { RosterRow } from "@/lib/delegates/queries";
import { displayName } from "@/lib/platform/chinese/name";
import { StatusTag } from "./status-tag";

type Props = { asked: { term: string; delegation?: string; group?: string }; rows: readonly RosterRow[]; total: number; keeps: boolean };

/** The people of a delegation or group in stroke order, with the ways on to the whole roster and to moving them. */
export function MembersCard({ asked, rows, total, keeps }: Props) {
  const beside = asked.group ? { label: "代表团", key: "delegation" as const } : { label: "代表小组", key: "group" as const };
  return (
    <Card title="代表" aside={<Link prefetch={false} href={hrefOf(STAFF_LIST, asked)}>在册 {total} 人</Link>} id="members" bare>
      {total === 0 ? <Empty title="还没有代表" why={keeps ? "可在花名册中勾选代表，批量调整到这里。" : "组织部编入代表后，在这里查看。"} {...(keeps ? { next: { href: hrefOf(STAFF_LIST, { term: asked.term }), label: "打开花名册" } } : {})} /> : (
        <>
          <Table caption="代表" columns={[{ label: "姓名", className: "who" }, { label: "工作单位及职务", className: "wide" }, { label: beside.label }, { label: "选举单位" }, { label: "状态" }]}>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="who"><Link prefetch={false} href={`${STAFF_LIST}/${row.id}`}>{displayName(row.name)}</Link></th>
                <td className="wide">{row.cells.job}</td><td>{row.cells[beside.key]}</td><td>{row.cells.unit}</td><td><StatusTag status={row.status} /></td>
              </tr>
            ))}
          </Table>
          <div className="no-print flex flex-wrap items-center gap-2 border-t border-line p-4">
            {total > rows.length ? <Link prefetch={false} className="mr-2" href={hrefOf(STAFF_LIST, asked)}>以上为前 {rows.length} 人，查看全部 {total} 人</Link> : null}
            {keeps ? <><LinkButton small href={hrefOf(STAFF_LIST, asked)}>勾选调整</LinkButton><LinkButton small href={hrefOf(`${STAFF_LIST}/move`, asked)}>全部调整</LinkButton><LinkButton small href={hrefOf(`${STAFF_LIST}/order`, { term: asked.term, delegation: asked.delegation })}>自定次序</LinkButton></> : null}
          </div>
        </>
      )}
    </Card>
  );
}
