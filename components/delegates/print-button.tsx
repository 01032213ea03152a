"use client";
import { Button } from "@/components/ui/button";

/** Opens the browser's print window; without scripts the sentence beside it says how. */
export function PrintButton() {
  return (
    <>
      <Button type="button" variant="primary" onClick={() => window.print()}>打印</Button>
      <noscript>请用浏览器菜单中的“打印”（Ctrl+P）。</noscript>
    </>
  );
}
