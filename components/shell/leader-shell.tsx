import type { ReactNode } from "react";
import { Brand } from "./brand";
import { Me, Size, SkipLink, Tools, type Person } from "./frame-parts";
import type { MenuItem } from "./nav-match";
import { TopNav } from "./top-nav";

type Props = { home: string; org: string; person: Person; menu: readonly MenuItem[]; tools?: readonly MenuItem[]; own?: ReactNode; children: ReactNode };

/** For leaders: one screen, the columns on top, nothing at the side. */
export function LeaderShell({ home, org, person, menu, tools = [], own, children }: Props) {
  return (
    <>
      <SkipLink />
      <header className="top">
        <Brand href={home} /><span className="org">{org}</span>
        <TopNav items={menu} label="主要栏目" className="nav" />
        <div className="tools"><Tools items={tools} /><Size /><Me person={person}>{own}</Me></div>
      </header>
      <main className="brief" id="main" tabIndex={-1}>{children}</main>
    </>
  );
}
