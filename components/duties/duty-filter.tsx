import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { kindNames, originNames } from "@/lib/duties/labels";
import type { DutyFilters } from "@/lib/duties/schema";
import type { UnitChoice } from "@/lib/units/queries";

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

type Props = { path: string; filters: DutyFilters; years: readonly string[]; units: readonly UnitChoice[]; named: boolean };

/** The search above the ledger; a list with nothing to choose is left out, and so is the name where one delegate is looked at. */
export function DutyFilter({ path, filters, years, units, named }: Props) {
  const { state, delegate, kind, year, unit, origin, q } = filters;
  return (
    <FilterBar path={path} keep={{ state, delegate, import: filters.import }}>
      {named ? <Field name="q" label="代表姓名"><Input type="search" defaultValue={q} maxLength={50} autoComplete="off" /></Field> : null}
      <Field name="kind" label="类别"><Select options={optionsOf(kindNames)} empty="全部" defaultValue={kind} /></Field>
      <Field name="year" label="年份"><Select options={years.map((value) => ({ value, label: `${value}年` }))} empty="全部" defaultValue={year} /></Field>
      {units.length > 1 ? <Field name="unit" label="选举单位"><Select options={units.map(({ id, name }) => ({ value: id, label: name }))} empty="全部" defaultValue={unit} /></Field> : null}
      <Field name="origin" label="来源"><Select options={optionsOf(originNames)} empty="全部" defaultValue={origin} /></Field>
    </FilterBar>
  );
}
