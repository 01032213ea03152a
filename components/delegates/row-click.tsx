"use client";
import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

/** Makes every row of the table inside lead where the link in it leads; without scripts the link itself does. */
export function RowClick({ children }: { children: ReactNode }) {
  const router = useRouter();
  const open = (event: MouseEvent<HTMLDivElement>) => {
    const target = event.target as Element;
    const link = target.closest("tr")?.querySelector<HTMLAnchorElement>("th a");
    const elsewhere = event.defaultPrevented || target.closest("input, .pick") !== null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || window.getSelection()?.toString()) return;
    event.preventDefault();
    router.push(link.pathname + link.search);
  };
  return <div className="[&_tbody_tr]:cursor-pointer" onClick={open}>{children}</div>;
}
