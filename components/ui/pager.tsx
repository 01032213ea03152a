import Link from "next/link";
import { hrefWith, pageNumbers, type Params } from "./href";

type Props = { path: string; params: Params; total: number; page: number; size: number; unit?: string; sizes?: readonly number[] };

/** "共 420 人，第 1–50 人": what a list bar says. */
export function RangeText({ total, page, size, unit = "条" }: Pick<Props, "total" | "page" | "size" | "unit">) {
  if (total === 0) return <span>共 0 {unit}</span>;
  const first = (page - 1) * size + 1;
  return <span className="num">共 <b>{total.toLocaleString("en")}</b> {unit}，第 {first}–{Math.min(page * size, total)} {unit}</span>;
}

/** Pages of a list, all in the address: it can be sent to a colleague, and back works. */
export function Pager({ path, params, total, page, size, unit = "条", sizes = [20, 50, 100] }: Props) {
  const last = Math.max(1, Math.ceil(total / size));
  const to = (n: number) => hrefWith(path, params, { page: n === 1 ? undefined : String(n) });
  const sized = total > (sizes[0] ?? Infinity);
  if (!sized && last === 1) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {sized ? <span className="sizes">每页{sizes.map((n) => n === size
        ? <b key={n} aria-current="true">{n}</b>
        : <Link key={n} prefetch={false} href={hrefWith(path, params, { size: String(n) })} aria-label={`每页 ${n} ${unit}`}>{n}</Link>)}{unit}</span> : null}
      {last > 1 ? (
        <ul>
          {page > 1 ? <li><Link prefetch={false} href={to(page - 1)} rel="prev">上一页</Link></li> : null}
          {pageNumbers(page, last).map((n, i) => <li key={n ?? `gap${i}`}>{n === null
            ? <span aria-hidden="true">…</span>
            : n === page ? <span aria-current="page">{n}</span> : <Link prefetch={false} href={to(n)} aria-label={`第 ${n} 页`}>{n}</Link>}</li>)}
          {page < last ? <li><Link prefetch={false} href={to(page + 1)} rel="next">下一页</Link></li> : null}
        </ul>
      ) : null}
    </nav>
  );
}
