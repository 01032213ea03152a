import Link from "next/link";
import { Card } from "@/components/ui/card";
import { flawGroups, groupNames, kindNames, UNWATCHED, type Kind } from "@/lib/quality/labels";
import type { QualityCounts } from "@/lib/quality/queries";

type Props = { counts: QualityCounts; hrefOf: (kind: Kind) => string };

function Group({ title, kinds, counts, hrefOf, unit }: Props & { title: string; kinds: readonly Kind[]; unit: string }) {
  const shown = kinds.filter((kind) => counts.of[kind] !== undefined);
  const flawed = shown.filter((kind) => (counts.of[kind] ?? 0) > 0);
  if (shown.length === 0) return null;
  return (
    <Card title={title} aside={flawed.length === 0 ? "没有发现" : `${flawed.length} 项`}>
      <ul className="-my-2 divide-y divide-line">
        {shown.map((kind) => (
          <li key={kind} className="flex items-center justify-between gap-4 py-1">
            <span>{kindNames[kind]}</span>
            {counts.of[kind] ? <Link className="num flex min-h-8 shrink-0 items-center" prefetch={false} href={hrefOf(kind)} aria-label={`${kindNames[kind]}，${counts.of[kind]} ${unit}，看名单`}>{counts.of[kind]?.toLocaleString("en")} {unit}</Link> : <span className="muted flex min-h-8 items-center">无</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Every kind of flaw with its number; a number leads to exactly the rows it counted. */
export function FlawGroups(props: Props) {
  return (
    <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-2">
      <Group {...props} title={groupNames.missing} kinds={flawGroups.missing} unit="人" />
      <div className="stack">
        <Group {...props} title={groupNames.contradiction} kinds={flawGroups.contradiction} unit="人" />
        <Group {...props} title={groupNames.twin} kinds={flawGroups.twin} unit="人" />
        <Group {...props} title={groupNames.unit} kinds={[UNWATCHED]} unit="个" />
      </div>
    </div>
  );
}
