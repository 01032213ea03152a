import Link from "next/link";
import type { ReactNode } from "react";
import { SecrecyLine, Size, SkipLink } from "./frame-parts";
import type { MenuItem } from "./nav-match";
import { TopNav } from "./top-nav";

type Props = { name: string; home?: string; menu?: readonly MenuItem[]; children: ReactNode; foot?: ReactNode };

/** For anyone: a column of 720 px under one red rule, no sign-in, no scripts needed. */
export function PublicShell({ name, home = "/", menu = [], children, foot }: Props) {
  return (
    <div className="public">
      <SkipLink />
      <div className="col">
        <header className="mast"><Link href={home} prefetch={false}>{name}</Link><div className="tools"><TopNav items={menu} label="栏目" /><Size /></div></header>
        <main id="main" tabIndex={-1}>{children}</main>
        <footer><SecrecyLine />{foot}<p><Link href="/accessibility" prefetch={false}>无障碍说明与字号</Link></p></footer>
      </div>
    </div>
  );
}

/** The title of a public page, in the hand of printed notices. */
export function Lead({ title, children }: { title: string; children?: ReactNode }) {
  return <div className="lead"><h1>{title}</h1>{children ? <p>{children}</p> : null}</div>;
}
