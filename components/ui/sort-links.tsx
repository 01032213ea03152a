import Link from "next/link";
import { hrefWith, type Params } from "./href";

/** The orders of a list; the first one is the default and stays out of the address. */
export function SortLinks({ path, params, name = "order", options, current }: { path: string; params: Params; name?: string; options: ReadonlyArray<{ value: string; label: string }>; current: string }) {
  return (
    <nav className="sorts" aria-label="排序">
      {options.map((o, i) => (
        <Link key={o.value} prefetch={false} href={hrefWith(path, params, { [name]: i === 0 ? undefined : o.value })} aria-current={o.value === current ? "true" : undefined}>{o.label}</Link>
      ))}
    </nav>
  );
}
