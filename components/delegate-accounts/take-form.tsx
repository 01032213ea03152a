"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";

const LATER_MS = 2500;

/** Posts for the file, which leaves the page as it is; then reads the page again, so that the button goes. It cannot be pressed twice. */
export function TakeForm({ action }: { action: string }) {
  const router = useRouter();
  const [taken, setTaken] = useState(false);
  useEffect(() => {
    if (!taken) return undefined;
    const clock = setTimeout(() => router.refresh(), LATER_MS);
    return () => clearTimeout(clock);
  }, [router, taken]);
  return (
    <form method="post" action={action} onSubmit={() => setTimeout(() => setTaken(true))}>
      <input type="hidden" name="take" value="1" />
      <Button variant="primary" disabled={taken} aria-busy={taken}>{taken ? "正在下载" : "领取口令条（只有一次）"}</Button>
    </form>
  );
}
