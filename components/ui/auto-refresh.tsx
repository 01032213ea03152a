"use client";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/**
 * Reads the page again `seconds` after it was last read, while a job runs; without scripts the browser does it by
 * itself. One reading at a time: on a slow machine several would wait for each other and none be shown.
 */
export function AutoRefresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  const [reading, read] = useTransition();
  useEffect(() => {
    if (reading) return undefined;
    const clock = setTimeout(() => read(() => router.refresh()), seconds * 1000);
    return () => clearTimeout(clock);
  }, [router, seconds, reading]);
  return <noscript><meta httpEquiv="refresh" content={String(Math.max(2, seconds))} /></noscript>;
}
