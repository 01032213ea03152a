import { LinkButton } from "@/components/ui/button";
import { Figure, Figures } from "@/components/ui/figure";

type Counts = { seats: readonly { role: string; name: string; holders: number }[]; without: number };

export function SeatFigures({ counts, waiting }: { counts: Counts; waiting: number }) {
  return (
    <>
      <Figures label="授权">
        {counts.seats.map((seat) => <Figure key={seat.role} label={seat.name} value={seat.holders} unit="人" href={`/system/grants?role=${seat.role}`} behind="查看" />)}
        <Figure label="等待授权" value={waiting} unit="个" href="/system/grants/waiting" behind="办理" />
        <Figure label="尚未授权的账号" value={counts.without} unit="个" href="/system/grants?role=none" behind="查看" />
      </Figures>
      <p className="prose my-4">您授予和收回角色，不建立账号，也看不到业务数据。系统、安全、审计三员须由三人分别担任。角色变动后，账号立即退出全部登录。</p>
      <LinkButton href="/system/grants">管理角色</LinkButton>
    </>
  );
}
