import Link from "next/link";
import { hrefWith, type Params } from "@/components/ui/href";

type Props = { path: string; params: Params; size: number; newerThan: string | null; olderThan: string | null };

/** Pages told by where they end, not by number: the audit grows while it is read. */
export function KeysetPager({ path, params, size, newerThan, olderThan }: Props) {
  const to = (change: Params) => hrefWith(path, params, { before: undefined, after: undefined, ...change });
  return (
    <nav className="pager" aria-label="翻页">
      <span className="sizes">每页{[20, 50, 100].map((n) => n === size
        ? <b key={n} aria-current="true">{n}</b>
        : <Link key={n} prefetch={false} href={to({ size: String(n) })} aria-label={`每页 ${n} 条`}>{n}</Link>)}条</span>
      <ul>
        {newerThan ? <><li><Link prefetch={false} href={to({})}>最新</Link></li><li><Link prefetch={false} href={to({ after: newerThan })} rel="prev">较新的</Link></li></> : null}
        {olderThan ? <li><Link prefetch={false} href={to({ before: olderThan })} rel="next">较早的</Link></li> : null}
      </ul>
    </nav>
  );
}
