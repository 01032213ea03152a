export type MenuItem = { href: string; label: string; count?: number };
export type MenuGroup = { title?: string; items: readonly MenuItem[] };

/** The one entry a path belongs to: the longest address that is the path or a folder above it. */
export function currentHref(path: string, hrefs: readonly string[]): string | undefined {
  return hrefs
    .filter((href) => path === href || path.startsWith(href.endsWith("/") ? href : `${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
