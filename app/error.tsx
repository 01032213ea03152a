"use client";
import { StatePage } from "@/components/shell/state-page";
import { Button } from "@/components/ui/button";

/** The digest is the number under which the server logged the fault; nothing of the fault itself is shown. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <StatePage title="系统出错，这一页没有打开" next={<Button type="button" onClick={reset}>再试一次</Button>}>
      您已保存的内容不受影响。请再试一次；仍不行时，把编号告诉管理员。
      {error.digest ? <span className="num block">编号 {error.digest}</span> : null}
    </StatePage>
  );
}
