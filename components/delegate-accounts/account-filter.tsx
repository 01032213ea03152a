import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { placesOf } from "@/lib/delegates/choices";
import type { RosterChoices } from "@/lib/delegates/queries";
import { standingNames } from "@/lib/delegate-accounts/labels";

const standings = Object.entries(standingNames).map(([value, label]) => ({ value, label }));
const SHOWN = ["q", "delegation", "unit", "account", "page"];

/** The search above the accounts; further conditions the roster came with are carried along. */
export function AccountFilter({ path, params, choices }: { path: string; params: Readonly<Record<string, string>>; choices: RosterChoices }) {
  const places = placesOf(choices);
  const keep = Object.fromEntries(Object.entries(params).filter(([name]) => !SHOWN.includes(name)));
  return (
    <FilterBar path={path} keep={keep}>
      <Field name="q" label="姓名、拼音首字母或尾号"><Input type="search" defaultValue={params.q} maxLength={50} autoComplete="off" /></Field>
      <Field name="delegation" label="代表团"><Select options={places.delegation} empty="全部代表团" defaultValue={params.delegation} /></Field>
      <Field name="unit" label="选举单位"><Select options={[...places.unit, { value: "none", label: "未填" }]} empty="全部" defaultValue={params.unit} /></Field>
      <Field name="account" label="账号状态"><Select options={standings} empty="全部状态" defaultValue={params.account} /></Field>
    </FilterBar>
  );
}
