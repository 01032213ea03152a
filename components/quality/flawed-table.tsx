import Link from "next/link";
import { Blank, Table } from "@/components/ui/table";
import { displayName } from "@/lib/platform/chinese/name";
import { ELSEWHERE, type Flaw } from "@/lib/quality/labels";
import type { Flawed, UnwatchedUnit } from "@/lib/quality/queries";
import type { Twin } from "@/lib/quality/twin-queries";
import { mendingOf, flawInWords } from "./words";

type Props = { kind: Flaw; title: string; rows: readonly Flawed[]; opensOn: string; twins: ReadonlyMap<string, readonly Twin[]> | null; mends: boolean };

const columns = (last: string | null) => [{ label: "姓名", className: "who" }, { label: "问题", className: "wide" }, { label: "代表团" }, { label: "选举单位" }, ...(last ? [{ label: last }] : [])];

function Likeness({ of, twins, mends }: { of: Flawed; twins: readonly Twin[]; mends: boolean }) {
  return (
    <ul className="py-1">
      {twins.map((twin, i) => (
        <li key={twin?.personId ?? i} className="py-1">
          {twin ? <>{displayName(twin.name)}（{twin.place}）{mends ? <Link className="ml-2 inline-block py-1" prefetch={false} href={`/manage/quality/merges/new?keep=${of.personId}&drop=${twin.personId}`}>核对</Link> : null}</> : ELSEWHERE}
        </li>
      ))}
    </ul>
  );
}

/** Delegates with one flaw: what is wrong, and where to mend it. */
export function FlawedTable({ kind, title, rows, opensOn, twins, mends }: Props) {
  return (
    <Table caption={title} columns={columns(mends ? "改正" : null)}>
      {rows.map((d) => (
        <tr key={d.id}>
          <th scope="row" className="who"><Link href={`/manage/delegates/${d.id}`} prefetch={false}>{displayName(d.person.name)}</Link></th>
          <td className="wide">{twins ? <Likeness of={d} twins={twins.get(d.personId) ?? []} mends={mends} /> : flawInWords(kind, d, opensOn)}</td>
          <td>{d.delegation.name}</td>
          <td>{d.unit.parentId ? d.unit.name : <Blank why="选举单位未填" />}</td>
          {mends ? <td><Link href={mendingOf(kind, d.id).href} prefetch={false}>{mendingOf(kind, d.id).label}</Link></td> : null}
        </tr>
      ))}
    </Table>
  );
}

/** Units with delegates and nobody to look after them. */
export function UnwatchedTable({ title, rows }: { title: string; rows: readonly UnwatchedUnit[] }) {
  return (
    <Table caption={title} columns={[{ label: "单位", className: "who" }, { label: "代表", align: "right" }]}>
      {rows.map((unit) => (
        <tr key={unit.id}>
          <th scope="row" className="who"><Link href={`/manage/units/${unit.id}`} prefetch={false}>{unit.name}</Link></th>
          <td className="r">{unit.heads.toLocaleString("en")} 人</td>
        </tr>
      ))}
    </Table>
  );
}
