import Link from "next/link";
import { Card } from "@/components/ui/card";

/** Seats that wait for a by-election, the number leading to exactly them. */
export function OpenSeatsCard({ seats }: { seats: number }) {
  return (
    <Card title={seats === 0 ? "没有待补选的代表缺额" : `${seats} 个代表缺额待补选`}>
      {seats === 0 ? <p className="text-ink-2">代表离任空出名额后，在这里提醒。</p> : <p className="flex items-center justify-between"><span>待补选</span><Link className="num py-1" prefetch={false} href="/manage/vacancies?state=OPEN">{seats} 个，查看</Link></p>}
    </Card>
  );
}
