import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";

/** A heading over a list on the phone, with a count or a link at its end. */
export function SectionHead({ title, note, href }: { title: string; note?: ReactNode; href?: string }) {
  return <div className="sec"><h2>{title}</h2>{note ? href ? <Link href={href} prefetch={false}>{note}</Link> : <span>{note}</span> : null}</div>;
}

export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return <ul className="card rows" aria-label={label}>{children}</ul>;
}

/** One line that leads on: what it is, and its value at the end. */
export function Row({ href, label, value }: { href?: string; label: ReactNode; value?: ReactNode }) {
  const inside = <><span>{label}</span><span className="v">{value}{href ? <Icon name="go" /> : null}</span></>;
  return <li>{href ? <Link className="row" href={href} prefetch={false}>{inside}</Link> : <div className="row">{inside}</div>}</li>;
}

/** Something that waits for the reader: its kind and deadline, its name, from whom, and what to do. */
export function NeedRow({ href, kind, tag, title, from, act }: { href: string; kind: string; tag?: ReactNode; title: string; from?: ReactNode; act: string }) {
  return (
    <li>
      <Link className="need" href={href} prefetch={false}>
        <span><span>{kind}</span>{tag}</span>
        <b>{title}</b>
        <span><span>{from}</span><em>{act}<Icon name="go" /></em></span>
      </Link>
    </li>
  );
}
