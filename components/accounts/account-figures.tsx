import { LinkButton } from "@/components/ui/button";
import { Figure, Figures } from "@/components/ui/figure";
import { standingNames, type Standing } from "@/lib/accounts/labels";

const order = ["active", "first", "expired", "disabled"] as const satisfies readonly Standing[];

export function AccountFigures({ counts }: { counts: Record<Standing, number> }) {
  return (
    <>
      <Figures label="账号">
        {order.map((state) => <Figure key={state} label={standingNames[state]} value={counts[state]} unit="个" href={`/system/accounts?state=${state}`} behind="查看" />)}
      </Figures>
      <p className="prose my-4">您建立、停用账号和重置口令，不授予角色，也看不到业务数据。角色由安全管理员授予，您的操作由审计管理员查阅。</p>
      <LinkButton href="/system/accounts">管理账号</LinkButton>
    </>
  );
}
