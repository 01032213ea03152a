import Link from "next/link";
import { hrefWith } from "@/components/ui/href";
import { Timeline } from "@/components/ui/timeline";
import type { Happening, History } from "@/lib/histories/queries";

const lineOf = ({ field, old, now }: Happening["changes"][number]) => (old === null && now === null ? field : `${field}：${old ?? "未填"} → ${now ?? "未填"}`);

/** What became of the own data, for the phone: one event under the other, older ones a page further. */
export function OwnHistory({ path, found }: { path: string; found: History }) {
  const items = found.rows.map((row) => ({
    key: row.seq, title: row.act, when: `${row.at}　${row.by}`, at: "past" as const,
    text: <>{row.changes.map((change) => <span key={change.field} className="block break-words">{lineOf(change)}</span>)}{row.reason ? <span className="block break-words text-ink-3">{row.reason}</span> : null}</>,
  }));
  return (
    <>
      <Timeline items={items} />
      <p className="mt-4 flex justify-between text-base">
        {found.newerThan ? <Link href={path} prefetch={false} className="py-2">回到最新</Link> : <span />}
        {found.olderThan ? <Link href={hrefWith(path, {}, { before: found.olderThan })} prefetch={false} rel="next" className="py-2">更早的记录</Link> : null}
      </p>
    </>
  );
}
