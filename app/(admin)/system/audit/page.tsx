import type { Metadata } from "next";
import { AuditFilter } from "@/components/audits/audit-filter";
import { AuditTable } from "@/components/audits/audit-table";
import { KeysetPager } from "@/components/audits/keyset-pager";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { PageHead } from "@/components/ui/page-head";
import { listAudits } from "@/lib/audits/queries";
import { auditFilters } from "@/lib/audits/schema";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "审计记录" };

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireRole("AUDIT_ADMIN");
  const params = await searchParams;
  const filters = auditFilters.parse(params);
  const { rows, newerThan, olderThan } = await listAudits(actor, filters);
  const exportHref = hrefWith("/system/audit/export", params, { before: undefined, after: undefined, size: undefined });
  return (
    <>
      <PageHead title="审计记录" small="最新的在前" acts={<LinkButton href={exportHref} download>导出</LinkButton>} />
      <AuditFilter value={filters} />
      <Card bare>
        {rows.length > 0 ? <AuditTable rows={rows} /> : <Empty title="没有符合条件的记录" why="请放宽日期或清除条件。" next={{ href: "/system/audit", label: "清除条件" }} />}
        <KeysetPager path="/system/audit" params={params} size={filters.size} newerThan={newerThan} olderThan={olderThan} />
      </Card>
    </>
  );
}
