import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { today } from "@/lib/platform/clock";
import type { RosterChoices } from "@/lib/delegates/queries";
import { placesOf, searches } from "@/lib/delegates/choices";
import { further } from "./shown-roster";

type Asked = Readonly<Record<string, string>>;

function Age({ filters }: { filters: Asked }) {
  return (
    <>
      <Field name="ageFrom" label="年龄从"><Input type="number" min={18} max={120} defaultValue={filters.ageFrom} /></Field>
      <Field name="ageTo" label="年龄到（含）"><Input type="number" min={18} max={120} defaultValue={filters.ageTo} /></Field>
    </>
  );
}

/** Conditions used less often; lists with nothing to choose are left out. */
function More({ filters, choices }: { filters: Asked; choices: RosterChoices }) {
  const places = placesOf(choices);
  return (
    <>
      {places.unit.length > 1 ? <Field name="unit" label="选举单位"><Select options={[...places.unit, { value: "none", label: "未填" }]} empty="全部" defaultValue={filters.unit} /></Field> : null}
      {places.group.length > 0 ? <Field name="group" label="代表小组"><Select options={places.group} empty="全部" defaultValue={filters.group} /></Field> : null}
      <Field name="flag" label="身份标签"><Select options={searches.flag} empty="全部" defaultValue={filters.flag} /></Field>
      <Field name="sex" label="性别"><Select options={searches.sex} empty="全部" defaultValue={filters.sex} /></Field>
      <Field name="ethnicity" label="民族"><Select options={places.ethnicity} empty="全部" defaultValue={filters.ethnicity} /></Field>
      <Field name="education" label="学历"><Select options={searches.education} empty="全部" defaultValue={filters.education} /></Field>
      <Age filters={filters} />
      <Field name="confirmed" label="本人确认"><Select options={searches.confirmed} empty="全部" defaultValue={filters.confirmed} /></Field>
      <Field name="gap" label="履职情况"><Select options={searches.gap} empty="全部" defaultValue={filters.gap} /></Field>
      <Field name="asOf" label="名单截至（空为今天）"><Input type="date" max={today()} defaultValue={filters.asOf} /></Field>
      <Field name="scope" label="范围"><Select options={searches.scope} defaultValue={filters.scope ?? "register"} /></Field>
      {places.term.length > 1 ? <Field name="term" label="届次"><Select options={places.term} defaultValue={filters.term ?? choices.termId} /></Field> : null}
    </>
  );
}

/** The search above the roster. What the form does not show is carried along; with `asksForMore` a button fetches the further conditions. */
export function RosterFilter({ path, filters, choices, asksForMore }: { path: string; filters: Asked; choices: RosterChoices; asksForMore: boolean }) {
  const places = placesOf(choices);
  const { order, size, cols, on, ...asked } = filters;
  const more = asksForMore ? "later" : <More filters={filters} choices={choices} />;
  return (
    <FilterBar path={path} keep={{ order, size, cols, on, ...(places.term.length > 1 && !asksForMore ? {} : { term: asked.term }) }} more={more} moreOpen={further.some((name) => name in asked)}>
      <Field name="q" label="姓名、拼音首字母、手机尾号或身份证尾号"><Input type="search" defaultValue={filters.q} maxLength={50} autoComplete="off" placeholder="如：王、wxm、4417" /></Field>
      {places.delegation.length > 1 ? <Field name="delegation" label="代表团"><Select options={places.delegation} empty="全部代表团" defaultValue={filters.delegation} /></Field> : null}
      <Field name="category" label="代表类别"><Select options={searches.category} empty="全部类别" defaultValue={filters.category} /></Field>
      <Field name="status" label="状态"><Select options={searches.status} empty="全部状态" defaultValue={filters.status} /></Field>
    </FilterBar>
  );
}
