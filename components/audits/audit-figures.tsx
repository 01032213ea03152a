import { LinkButton } from "@/components/ui/button";
import { Figure, Figures } from "@/components/ui/figure";

export function AuditFigures({ refusals }: { refusals: number }) {
  return (
    <>
      <Figures label="审计"><Figure label="近 24 小时被拒绝的操作" value={refusals} unit="次" href="/system/audit?outcome=REFUSED" behind="查看" /></Figures>
      <p className="prose my-4">您查阅和导出审计记录，不能修改，也看不到业务数据的内容。每次导出都另有记录。</p>
      <LinkButton href="/system/audit">查阅审计记录</LinkButton>
    </>
  );
}
