import Link from "next/link";
import { hrefWith } from "@/components/ui/href";
import { Table } from "@/components/ui/table";
import type { Shown } from "@/lib/contacts/labels";
import type { Coverage } from "@/lib/contacts/queries";
import type { Quarter } from "@/lib/platform/quarters";

const columns = ["联系对象", "已联系", "未联系", "覆盖率"].map((label) => ({ label, align: "right" as const }));

export const share = (covered: number, all: number): string => (all === 0 ? "—" : `${Math.round((covered / all) * 1000) / 10}%`);

/** How far contacts were met in a quarter, delegation by delegation; each number opens its contacts. */
export function CoverageTable({ rows, total, quarter }: { rows: readonly (Coverage & { id: string; name: string })[]; total: Coverage; quarter: Quarter }) {
  const figure = (value: number, show: Shown, delegation?: string) => (
    <td className="r num">{value === 0 ? "0" : <Link href={hrefWith("/manage/contacts/list", { quarter, show, delegation }, {})} prefetch={false}>{value.toLocaleString("en")}</Link>}</td>
  );
  const cells = (of: Coverage, delegation?: string) => <>{figure(of.all, "all", delegation)}{figure(of.covered, "covered", delegation)}{figure(of.open, "open", delegation)}<td className="r num">{share(of.covered, of.all)}</td></>;
  return (
    <Table caption="各代表团联系对象的覆盖情况" columns={[{ label: "代表团", className: "who" }, ...columns]} foot={<tr><th scope="row" className="who">合计</th>{cells(total)}</tr>}>
      {rows.map((row) => <tr key={row.id}><th scope="row" className="who">{row.name}</th>{cells(row, row.id)}</tr>)}
    </Table>
  );
}
