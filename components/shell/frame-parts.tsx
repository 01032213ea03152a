import Link from "next/link";
import type { ReactNode } from "react";
import type { MenuItem } from "./nav-match";
import { SizeSwitch } from "./size-switch";
import { textSize } from "./text-size";

export type Person = { name: string; role?: string };

export function SkipLink() {
  return <a className="skip" href="#main">跳到正文</a>;
}

/** 大字版, drawn for the size the page has now. */
export async function Size() {
  return <SizeSwitch large={(await textSize()) === "large"} />;
}

/** Beside the name: what waits and what is new, each with its number. */
export function Tools({ items }: { items: readonly MenuItem[] }) {
  return items.map((tool) => <Link key={tool.href} href={tool.href} prefetch={false}>{tool.label}{tool.count ? <b className="count">{tool.count}</b> : null}</Link>);
}

/** Who is signed in; unfolds to other roles, own account and the sign-out form. */
export function Me({ person, children }: { person: Person; children?: ReactNode }) {
  return (
    <details className="me">
      <summary>{person.name}{person.role ? <i>{person.role}</i> : null}</summary>
      <div>{children}</div>
    </details>
  );
}

/** Said once at every entrance. */
export function SecrecyLine() {
  return <p>本系统不处理国家秘密。请勿录入、上传涉密内容。</p>;
}
