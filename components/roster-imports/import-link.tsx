import Link from "next/link";
import type { ImportOf } from "@/lib/roster-imports/queries";

/** The file somebody was taken in by, and the way to its import. */
export function ImportLink({ batch: { id, fileName } }: { batch: Pick<ImportOf, "id" | "fileName"> }) {
  return <Link href={`/manage/delegates/import/${id}`} prefetch={false} className="break-all">{fileName}</Link>;
}
