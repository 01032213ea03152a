import Link from "next/link";
import type { ReactNode } from "react";

export type FigureProps = { label: ReactNode; value: string | number; unit?: string; href?: string; behind?: string; change?: ReactNode; tag?: ReactNode };

/** A number that leads to its rows: name, value, what it is made of (`behind`), and how it moved (`change`). */
export function Figure({ label, value, unit, href, behind, change, tag }: FigureProps) {
  const inside = (
    <>
      <span className="k">{label}{tag}</span>
      <span className="v"><b>{typeof value === "number" ? value.toLocaleString("en") : value}{unit ? <small>{unit}</small> : null}</b>{behind ? <span>{behind}</span> : null}</span>
      {change ? <span className="d">{change}</span> : null}
    </>
  );
  return href ? <Link href={href} prefetch={false}>{inside}</Link> : <div>{inside}</div>;
}

export function Figures({ label, children }: { label: string; children: ReactNode }) {
  return <section className="card figures" aria-label={label}>{children}</section>;
}
