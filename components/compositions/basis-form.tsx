import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { today } from "@/lib/platform/clock";
import { scopeNames, type Scope } from "@/lib/delegates/labels";
import type { RosterFrame } from "@/lib/delegates/queries";

type Props = { path: string; terms: readonly { id: string; name: string }[]; frame: RosterFrame; scope: Scope; by: string; children?: ReactNode };

/** Which people, as the register stood on which day, and the day their ages are counted to: a plain GET form, with what else can be done beside it. */
export function BasisForm({ path, terms, frame: { termId, on, why, asOf }, scope, by, children }: Props) {
  return (
    <form method="get" action={path} className="flex flex-wrap items-end gap-2" aria-label="统计条件">
      {terms.length > 1 ? (
        <div>
          <label htmlFor="basis-term" className="block text-13 text-ink-3">届次</label>
          <select className="input" id="basis-term" name="term" defaultValue={termId}>{terms.map((t) => <option key={t.id} value={t.id}>{t.name}</option>)}</select>
        </div>
      ) : <input type="hidden" name="term" value={termId} />}
      {by === "unit" ? <input type="hidden" name="by" value="unit" /> : null}
      {why === "asked" ? null : <input type="hidden" name="stood" value={on} />}
      <div>
        <label htmlFor="basis-on" className="block text-13 text-ink-3">年龄截至日期</label>
        <input className="input num w-36!" id="basis-on" name="on" defaultValue={on} inputMode="numeric" maxLength={20} autoComplete="off" placeholder="2025-12-31" />
      </div>
      <div>
        <label htmlFor="basis-asof" className="block text-13 text-ink-3">名单截至（空为今天）</label>
        <input className="input num w-36!" id="basis-asof" name="asOf" defaultValue={asOf ?? ""} inputMode="numeric" maxLength={20} autoComplete="off" placeholder={today()} />
      </div>
      <div>
        <label htmlFor="basis-scope" className="block text-13 text-ink-3">统计口径</label>
        <select className="input" id="basis-scope" name="scope" defaultValue={scope}>
          {Object.entries(scopeNames).map(([value, label]) => <option key={value} value={value}>{label}</option>)}
        </select>
      </div>
      <Button>重新统计</Button>
      {children}
    </form>
  );
}
