import Link from "next/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { statusNames } from "@/lib/delegates/labels";
import { displayName } from "@/lib/platform/chinese/name";
import { stateNames, stateTones } from "@/lib/vacancies/labels";
import type { Vacancy } from "@/lib/vacancies/queries";

const columns = [{ label: "离任的代表", className: "who" }, { label: "原因" }, { label: "选举单位" }, { label: "代表团" }, { label: "空缺自" }, { label: "补选产生" }, { label: "状态" }];

/** Vacancies one a row; the name of who left opens it. */
export function VacancyTable({ rows }: { rows: readonly Vacancy[] }) {
  return (
    <Table caption="代表缺额" columns={columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link href={`/manage/vacancies/${row.id}`} prefetch={false}>{displayName(row.delegate.person.name)}</Link></th>
          <td>{statusNames[row.delegate.status]}</td>
          <td className="wide">{row.unit.parentId ? row.unit.name : "未填"}</td>
          <td>{row.delegation.name}</td>
          <td className="num">{row.openedOn}</td>
          <td>{row.filledBy ? <Link href={`/manage/delegates/${row.filledBy.id}`} prefetch={false}>{displayName(row.filledBy.person.name)}</Link> : "—"}</td>
          <td><Tag tone={stateTones[row.state]}>{stateNames[row.state]}</Tag></td>
        </tr>
      ))}
    </Table>
  );
}
