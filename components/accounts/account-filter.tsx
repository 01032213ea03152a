import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { standingNames } from "@/lib/accounts/labels";
import type { AccountFilters } from "@/lib/accounts/schema";

const states = Object.entries(standingNames).map(([value, label]) => ({ value, label }));

export function AccountFilter({ value }: { value: AccountFilters }) {
  return (
    <FilterBar path="/system/accounts" keep={value.size === 50 ? {} : { size: String(value.size) }}>
      <Field name="q" label="登录名或姓名"><Input type="search" defaultValue={value.q} maxLength={64} /></Field>
      <Field name="state" label="状态"><Select options={states} empty="全部状态" defaultValue={value.state ?? ""} /></Field>
    </FilterBar>
  );
}
