import type { Metadata } from "next";
import Link from "next/link";
import { UnitTree } from "@/components/units/unit-tree";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { hrefWith } from "@/components/ui/href";
import { ListBar } from "@/components/ui/list-bar";
import { PageHead } from "@/components/ui/page-head";
import { requireStaff } from "@/lib/platform/guards";
import { may } from "@/lib/units/policy";
import { listTree } from "@/lib/units/queries";
import { treeFilters } from "@/lib/units/schema";
import { flatten, pruneTree } from "@/lib/units/tree";

export const metadata: Metadata = { title: "党组织" };

const PAGE = "/manage/units";
const FEW = 60;
const EVERY_LEVEL = 99;

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  const { q, all, open } = treeFilters.parse(await searchParams);
  const tree = await listTree(actor, { all: all === "1" });
  const units = flatten(tree);
  const keeps = may(actor, "establish", actor);
  const found = q ? pruneTree(tree, q) : null;
  const unfolded = found !== null || open === "all" || units.length <= FEW;
  const head = <PageHead crumb={[{ label: "设置" }, { label: "党组织" }]} title="党组织" acts={keeps ? <><LinkButton href={`${PAGE}/import`}>导入</LinkButton><LinkButton href={`${PAGE}/new`} variant="primary">设立党组织</LinkButton></> : undefined} />;
  if (units.length === 0 && !all) return <>{head}<Empty title="还没有党组织" why="先设立本级党委，再在它下面设立选举单位和承办单位。" next={keeps ? { href: `${PAGE}/new`, label: "设立本级党委" } : undefined} /></>;
  const count = (is: (unit: (typeof units)[number]) => boolean) => units.filter(is).length;
  return (
    <>
      {head}
      <FilterBar path={PAGE} keep={{ open }}>
        <Field name="q" label="名称"><Input type="search" defaultValue={q} maxLength={50} placeholder="如：云帆、支部" /></Field>
        <Field name="all" label="范围"><Select defaultValue={all} empty="在用" options={[{ value: "1", label: "在用和已停用" }]} /></Field>
      </FilterBar>
      <Card bare>
        <ListBar aside={units.length > FEW && !found ? <Link href={hrefWith(PAGE, { all, open }, { open: unfolded ? undefined : "all" })} prefetch={false}>{unfolded ? "收起各级" : "展开全部"}</Link> : undefined}>
          {found ? <>名称含“{q}”的 <b className="num">{found.hits.size}</b> 个，连同上级一并列出</>
            : <span className="num">共 <b>{units.length}</b> 个，其中选举单位 {count((u) => u.isElecting)} 个，承办单位 {count((u) => u.isHandling)} 个{all ? `，已停用 ${count((u) => !u.active)} 个` : ""}</span>}
        </ListBar>
        {found?.hits.size === 0 ? <Empty title="没有这个名称的党组织" why={all ? "请换一个名称片段再查。" : "请换一个名称片段，或把范围改为“在用和已停用”再查。"} />
          : <div className="p-2"><UnitTree branches={found?.branches ?? tree} label="党组织" levels={unfolded ? EVERY_LEVEL : 1} hits={found?.hits} /></div>}
      </Card>
    </>
  );
}
