import type { Metadata } from "next";
import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { requireStaff } from "@/lib/platform/guards";
import { levelNames } from "@/lib/terms/labels";
import { may } from "@/lib/terms/policy";
import { listTerms } from "@/lib/terms/queries";

export const metadata: Metadata = { title: "届次与代表团" };

export default async function Page() {
  const actor = await requireStaff();
  const terms = await listTerms(actor);
  const opens = may(actor, "open", actor);
  const head = <PageHead crumb={[{ label: "代表" }, { label: "届次与代表团" }]} title="届次与代表团" acts={opens ? <LinkButton href="/manage/terms/new" variant="primary">新增届次</LinkButton> : undefined} />;
  if (terms.length === 0) return <>{head}<Empty title="还没有届次" why="先建立本届，再设代表团，然后导入花名册。" next={opens ? { href: "/manage/terms/new", label: "新增届次" } : undefined} /></>;
  return (
    <>
      {head}
      <Card bare>
        <Table caption="届次" columns={[{ label: "届次", className: "who" }, { label: "名称" }, { label: "层级" }, { label: "大会日期" }, { label: "任期" }, { label: "代表团", align: "right" }, { label: "在册代表", align: "right" }, { label: "状态" }]}>
          {terms.map((term) => (
            <tr key={term.id}>
              <th scope="row" className="who"><Link prefetch={false} href={`/manage/terms/${term.id}`}>{term.ordinalName}</Link></th>
              <td>{term.name}</td>
              <td>{levelNames[term.level]}</td>
              <td className="num">{term.congressFrom ? `${term.congressFrom}${term.congressTo ? ` 至 ${term.congressTo}` : " 开幕"}` : "未定"}</td>
              <td className="num">{term.startsOn} 至 {term.endsOn}</td>
              <td className="r">{term.delegations}</td>
              <td className="r"><Link prefetch={false} href={hrefWith("/manage/delegates", {}, { term: term.id })}>{term.delegates}</Link></td>
              <td>{term.current ? <Tag tone="green">现任</Tag> : <span className="muted">—</span>}</td>
            </tr>
          ))}
        </Table>
      </Card>
    </>
  );
}
