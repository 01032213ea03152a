import Link from "next/link";
import { Row, Rows } from "@/components/ui/rows";
import { kindNames } from "@/lib/duties/labels";
import { kinds, loggedKinds } from "@/lib/duties/registry";
import type { Whom } from "@/lib/duties/whom-queries";
import { displayName } from "@/lib/platform/chinese/name";
import type { DutyKind } from "@/prisma/client/enums";

/** Kinds to choose from, each with a line about what belongs there. */
export function KindRows({ href }: { href: (kind: DutyKind) => string }) {
  return (
    <Rows label="履职类别">
      {loggedKinds.map((key) => <Row key={key} href={href(key)} label={<><b className="font-semibold">{kinds[key].name}</b><small className="block text-base text-ink-3">{kinds[key].about}</small></>} />)}
    </Rows>
  );
}

/** The last records, each to begin a new one from. */
export function LastRows({ rows, href }: { rows: readonly { id: string; kind: DutyKind; title: string }[]; href: (id: string) => string }) {
  return <Rows label="照最近的一条再记">{rows.map(({ id, kind, title }) => <Row key={id} href={href(id)} label={<>{title}<small className="block text-base text-ink-3">{kindNames[kind]}</small></>} />)}</Rows>;
}

/** Delegates to write for. */
export function DelegateRows({ rows, href }: { rows: readonly Whom[]; href: (id: string) => string }) {
  return <Rows label="代表">{rows.map(({ id, name, delegation }) => <Row key={id} href={href(id)} label={displayName(name)} value={delegation} />)}</Rows>;
}

/** The kind a form asks about; `change` leads back to the choice. */
export function ChosenKind({ kind, change }: { kind: DutyKind; change?: string }) {
  return (
    <div className="card mb-3 flex items-center justify-between gap-3 px-4 py-3">
      <p><span className="block text-base text-ink-3">履职类别</span><b className="font-semibold">{kindNames[kind]}</b></p>
      {change ? <Link href={change} prefetch={false} className="py-2">更换</Link> : null}
    </div>
  );
}
