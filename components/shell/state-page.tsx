import type { ReactNode } from "react";
import { Brand } from "./brand";

/** Instead of a page: what happened, why, and one way on. */
export function StatePage({ title, children, next }: { title: string; children: ReactNode; next: ReactNode }) {
  return (
    <>
      <header className="top no-print"><Brand href="/" /></header>
      <main className="state" id="main"><h1>{title}</h1><p>{children}</p>{next}</main>
    </>
  );
}
