"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { currentHref, type MenuGroup } from "./nav-match";

/** The left menu. Two checkboxes fold it (wide) and open it (narrow), so both work without scripts; a new page closes the drawer. */
export function SideMenu({ groups }: { groups: readonly MenuGroup[] }) {
  const path = usePathname();
  const items = groups.flatMap((group) => group.items);
  const current = currentHref(path, items.map((item) => item.href));
  return (
    <nav className="menu" aria-label="主菜单">
      <input type="checkbox" id="menu-fold" className="fold sr" />
      <label htmlFor="menu-fold" className="narrow"><span>收起菜单</span><b>展开</b></label>
      <input type="checkbox" id="menu-open" className="open sr" key={path} />
      <label htmlFor="menu-open" className="drawer"><b>{items.find((item) => item.href === current)?.label ?? "菜单"}</b>菜单</label>
      <div className="items">
        {groups.map((group, i) => (
          <div key={group.title ?? i}>
            {group.title ? <h2>{group.title}</h2> : null}
            {group.items.map((item) => (
              <Link key={item.href} href={item.href} prefetch={false} aria-current={item.href === current ? "page" : undefined}>
                <span>{item.label}</span>{item.count ? <i>{item.count}</i> : null}
              </Link>
            ))}
          </div>
        ))}
      </div>
    </nav>
  );
}
