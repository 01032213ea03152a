import { kindNames } from "@/lib/units/labels";
import type { UnitRow } from "@/lib/units/queries";
import type { Branch } from "@/lib/units/tree";
import "./unit-tree.css";

const marksOf = (unit: UnitRow) =>
  [kindNames[unit.kind], unit.isElecting && "选举单位", unit.isHandling && "承办单位", !unit.active && "已停用"].filter(Boolean).join(" · ");

/** Plain links: a thousand of them carry no script of their own. */
function Line({ unit, hit }: { unit: UnitRow; hit: boolean }) {
  return (
    <>
      <a href={`/manage/units/${unit.id}`}>{hit ? <mark>{unit.name}</mark> : unit.name}</a>
      <small>{marksOf(unit)}</small>
      {unit.delegates > 0 ? <a className="n" href={`/manage/delegates?unit=${unit.id}`}>{unit.delegates} 名代表</a> : null}
    </>
  );
}

/** The fold stands beside the line, not around it: a link inside a summary would be a control within a control. */
function Item({ unit, levels, hits }: { unit: Branch<UnitRow>; levels: number; hits?: ReadonlySet<string> }) {
  const line = <div className={unit.active ? undefined : "off"}><Line unit={unit} hit={hits?.has(unit.id) ?? false} /></div>;
  if (unit.children.length === 0) return <li>{line}</li>;
  return (
    <li>
      {line}
      <details open={levels > 0}>
        <summary aria-label={`${unit.name}的下级`} />
        <ul>{unit.children.map((child) => <Item key={child.id} unit={child} levels={levels - 1} hits={hits} />)}</ul>
      </details>
    </li>
  );
}

/** The tree of units; folds without scripts. `levels` of it stand open; `hits` are marked as what a search found. */
export function UnitTree({ branches, label, levels, hits }: { branches: readonly Branch<UnitRow>[]; label: string; levels: number; hits?: ReadonlySet<string> }) {
  return (
    <nav className="units" aria-label={label}>
      <ul>{branches.map((unit) => <Item key={unit.id} unit={unit} levels={levels} hits={hits} />)}</ul>
    </nav>
  );
}
