import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Brand } from "./brand";
import { Size, SkipLink } from "./frame-parts";
import { PhoneTabs, type PhoneTab } from "./phone-tabs";

/** The phone: bar on top (drawn by PhonePage), at most five tabs below. */
export function DelegateShell({ tabs, unsent, children }: { tabs: readonly PhoneTab[]; /** What waits on the phone for a network. */ unsent?: ReactNode; children: ReactNode }) {
  return <div className="phone"><SkipLink />{unsent}{children}<PhoneTabs tabs={tabs} /></div>;
}

type PageProps = { title?: string; back?: string; saved?: string; home?: string; children: ReactNode };

/** One page on the phone. With `title` the bar shows it beside a way back; without, the name of the product. `saved` is the state of saving. */
export function PhonePage({ title, back, saved, home = "/", children }: PageProps) {
  return (
    <>
      <header className="phone-bar">
        <div>
          {title ? (
            <>
              {back ? <Link className="back" href={back} prefetch={false}><Icon name="back" />返回</Link> : <span className="back" />}
              <div className="title"><h1>{title}</h1>{saved ? <p role="status"><Icon name="check" />{saved}</p> : null}</div>
            </>
          ) : <Brand href={home} relief />}
          <Size />
        </div>
      </header>
      <main id="main" tabIndex={-1}>{children}</main>
    </>
  );
}
