import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { placesOf } from "@/lib/delegates/choices";
import type { RosterChoices } from "@/lib/delegates/queries";
import { standingNames } from "@/lib/delegate-accounts/labels";

const standings = Object.entries(standingNames).map(([value, label]) => ({ value, label }));
const SHOWN = ["q", "delegation", "unit", "account", "page", "pick"];

/** The search above the accounts; further conditions the roster came with are carried along. */
export function AccountFilter({ path, params, choices }: { path: string; params: Readonly<Record<string, string | string[]>>; choices: RosterChoices }) {
  const places = placesOf(choices);
  const value = (name: string) => [params[name] ?? []].flat()[0];
  const keep = Object.fromEntries(Object.keys(params).filter((name) => !SHOWN.includes(name)).map((name) => [name, value(name)]));
  return (
    <FilterBar path={path} keep={keep}>
      <Field name="q" label="姓名、拼音首字母或尾号"><Input type="search" defaultValue={value("q")} maxLength={50} autoComplete="off" /></Field>
      <Field name="delegation" label="代表团"><Select options={places.delegation} empty="全部代表团" defaultValue={value("delegation")} /></Field>
      <Field name="unit" label="选举单位"><Select options={[...places.unit, { value: "none", label: "未填" }]} empty="全部" defaultValue={value("unit")} /></Field>
      <Field name="account" label="账号状态"><Select options={standings} empty="全部状态" defaultValue={value("account")} /></Field>
      {[params.pick ?? []].flat().map((id) => <input key={id} type="hidden" name="pick" value={id} />)}
    </FilterBar>
  );
}
