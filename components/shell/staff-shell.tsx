import type { ReactNode } from "react";
import { Brand } from "./brand";
import { Me, Size, SkipLink, Tools, type Person } from "./frame-parts";
import type { MenuGroup, MenuItem } from "./nav-match";
import { SideMenu } from "./side-menu";

type Props = {
  home: string;
  org: string;
  person: Person;
  menu: readonly MenuGroup[];
  /** Links beside the name, such as 待办 with its number. */
  tools?: readonly MenuItem[];
  /** Where the search box sends `q` to; no box without it. */
  find?: { path: string; hint: string };
  /** Inside the name's menu: role switch, own account, sign-out form. */
  own?: ReactNode;
  children: ReactNode;
};

/** The desk of staff, units and administrators: bar on top, menu at the left, the work in between. */
export function StaffShell({ home, org, person, menu, tools = [], find, own, children }: Props) {
  return (
    <>
      <SkipLink />
      <header className="top">
        <Brand href={home} /><span className="org">{org}</span>
        {find ? <form className="find" action={find.path} role="search" aria-label="全站查找"><input type="search" name="q" aria-label={find.hint} placeholder={find.hint} /></form> : null}
        <div className="tools">
          <Tools items={tools} /><Size /><Me person={person}>{own}</Me>
        </div>
      </header>
      <div className="frame">
        <SideMenu groups={menu} />
        <main className="page" id="main" tabIndex={-1}>{children}</main>
      </div>
    </>
  );
}
