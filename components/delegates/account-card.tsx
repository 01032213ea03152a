import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** A home where nothing waits yet: what it is for, and the own account. */
export function AccountCard({ text }: { text: string }) {
  return (
    <Card className="max-w-2xl">
      <p className="mb-4 leading-relaxed text-ink-2">{text}</p>
      <div className="acts"><LinkButton href="/account">本人账号</LinkButton><LinkButton href="/account/password">修改口令</LinkButton><LinkButton href="/account/sessions">登录记录</LinkButton></div>
    </Card>
  );
}
