import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { PickAll } from "@/components/ui/batch-bar";
import { Field, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Blank, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { lightNames, lightTones } from "@/lib/deadlines/labels";
import { handOpinions } from "@/lib/opinions/actions";
import { fieldNames, kindNames, stateTones } from "@/lib/opinions/labels";
import type { OpinionRow } from "@/lib/opinions/queries";
import type { OpinionFilters } from "@/lib/opinions/schema";
import { displayName } from "@/lib/platform/chinese/name";
import type { UnitChoice } from "@/lib/units/queries";
import { WhitherFields } from "./opinion-forms";

type Shown = { rows: readonly OpinionRow[]; /** Who said it: for the office alone. */ named: boolean; /** Beside an activity it is not said again. */ within?: boolean; picks?: boolean };

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Opinions one a row; the words open the record. */
export function OpinionTable({ rows, named, within = false, picks = false }: Shown) {
  const columns = [
    ...(picks ? [{ label: <PickAll name="pick[]" />, key: "pick", className: "pick" }] : []), { label: "意见", className: "wide" }, ...(named ? [{ label: "提出人", className: "who" }] : []), ...(within ? [] : [{ label: "活动", className: "wide" }]),
    { label: "提出日期" }, { label: "承办单位", className: "wide" }, { label: "答复期限" }, { label: "状态" },
  ];
  return (
    <Table caption="代表意见" columns={columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          {picks ? <td className="pick">{row.open.includes("hand") ? <input type="checkbox" name="pick[]" value={`${row.id}.${row.version}`} aria-label={`选中“${short(row.content)}”`} /> : null}</td> : null}
          <th scope="row" className="wide"><Link href={`/manage/opinions/${row.id}`} prefetch={false}>{short(row.content)}</Link></th>
          {named ? <td className="who">{row.name ? displayName(row.name) : row.from}</td> : null}
          {within ? null : <td className="wide">{row.title}</td>}
          <td className="num">{row.submitted.slice(0, 10)}</td>
          <td className="wide">{row.handedTo ?? <Blank />}</td>
          <td className="num">{row.clock ? <>{row.clock.due} <Tag tone={lightTones[row.clock.light]}>{lightNames[row.clock.light]}</Tag></> : <Blank />}</td>
          <td><Tag tone={stateTones[row.state]}>{row.stateName}</Tag></td>
        </tr>
      ))}
    </Table>
  );
}

/** The same rows, those ticked handed on together. */
export function HandTable({ units, ...shown }: Omit<Shown, "picks"> & { units: readonly UnitChoice[] }) {
  return (
    <ActionForm action={handOpinions} formKey={randomUUID()} submit="交办选中的" id="hand" labels={fieldNames} className="[&>.send]:px-4 [&>.send]:pb-4">
      <OpinionTable {...shown} picks />
      <div className="px-4 pt-4"><WhitherFields units={units} /></div>
    </ActionForm>
  );
}

export function OpinionFilter({ path, filters, targets }: { path: string; filters: OpinionFilters; targets: readonly { id: string; name: string }[] }) {
  const { state, activity, kind, unit } = filters;
  return (
    <FilterBar path={path} keep={{ state, activity }}>
      <Field name="kind" label="种类"><Select options={Object.entries(kindNames).map(([value, label]) => ({ value, label }))} empty="全部" defaultValue={kind} /></Field>
      {targets.length > 0 ? <Field name="unit" label="承办单位"><Select options={targets.map(({ id, name }) => ({ value: id, label: name }))} empty="全部" defaultValue={unit} /></Field> : null}
    </FilterBar>
  );
}
