import { Button } from "@/components/ui/button";

/** Which term is looked at: a plain GET form. One term needs no choice. */
export function TermChoice({ path, terms, termId }: { path: string; terms: readonly { id: string; name: string }[]; termId: string }) {
  if (terms.length < 2) return null;
  return (
    <form method="get" action={path} className="flex max-w-full flex-wrap items-center gap-2" aria-label="届次">
      <label htmlFor="quality-term" className="sr">届次</label>
      <select className="input w-auto! max-w-full" id="quality-term" name="term" defaultValue={termId}>{terms.map((t) => <option key={t.id} value={t.id}>{t.name}</option>)}</select>
      <Button>查看</Button>
    </form>
  );
}
