"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Icon, type IconName } from "@/components/ui/icon";
import { currentHref, type MenuItem } from "./nav-match";

export type PhoneTab = MenuItem & { icon: IconName; /** What the number counts, read out before it. */ counted?: string };

/** At most five places, always in reach of the thumb. */
export function PhoneTabs({ tabs }: { tabs: readonly PhoneTab[] }) {
  const current = currentHref(usePathname(), tabs.map((tab) => tab.href));
  return (
    <nav className="phone-tabs" aria-label="主菜单">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link href={tab.href} prefetch={false} aria-current={tab.href === current ? "page" : undefined}>
              <Icon name={tab.icon} />{tab.label}{tab.count ? <b><span className="sr">，{tab.counted ?? "未读"} </span>{tab.count > 99 ? "99+" : tab.count}</b> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
