"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page again every `seconds` while a job runs; without scripts the browser does it by itself. */
export function AutoRefresh({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const clock = setInterval(() => router.refresh(), seconds * 1000);
    return () => clearInterval(clock);
  }, [router, seconds]);
  return <noscript><meta httpEquiv="refresh" content={String(Math.max(2, seconds))} /></noscript>;
}
