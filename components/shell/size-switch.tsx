"use client";
import { usePathname, useSearchParams } from "next/navigation";

/** The page at hand, to come back to after a plain form was posted. */
export function BackHere() {
  const [path, query] = [usePathname(), useSearchParams().toString()];
  return <input type="hidden" name="back" value={query ? `${path}?${query}` : path} />;
}

/** 大字版 and back: a plain form, so it works on every page without scripts and without signing in. */
export function SizeSwitch({ large }: { large: boolean }) {
  return (
    <form method="post" action="/api/size">
      <BackHere />
      <button name="size" value={large ? "standard" : "large"}><span>{large ? "标准版" : "大字版"}</span></button>
    </form>
  );
}
