import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditDetail } from "@/components/audits/audit-detail";
import { PageHead } from "@/components/ui/page-head";
import { getAudit } from "@/lib/audits/queries";
import { auditSeq } from "@/lib/audits/schema";
import { forPage } from "@/lib/platform/route";
import { requireRole } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "审计记录" };

export default async function AuditEventPage({ params }: { params: Promise<{ seq: string }> }) {
  const actor = await requireRole("AUDIT_ADMIN");
  const seq = auditSeq.safeParse((await params).seq);
  if (!seq.success) notFound();
  const row = await forPage(actor, getAudit(actor, seq.data));
  return (
    <>
      <PageHead crumb={[{ label: "审计记录", href: "/system/audit" }, { label: row.verbName }]} title={row.verbName} small={row.at} />
      <AuditDetail row={row} />
    </>
  );
}
