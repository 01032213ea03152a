import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { roleNames } from "@/lib/accounts/labels";
import type { GrantFilters } from "@/lib/grants/schema";

const roles = [...Object.entries(roleNames).map(([value, label]) => ({ value, label })), { value: "none", label: "尚未授权" }];

export function GrantFilter({ value }: { value: GrantFilters }) {
  return (
    <FilterBar path="/system/grants" keep={value.size === 50 ? {} : { size: String(value.size) }}>
      <Field name="q" label="登录名或姓名"><Input type="search" defaultValue={value.q} maxLength={64} /></Field>
      <Field name="role" label="角色"><Select options={roles} empty="全部角色" defaultValue={value.role ?? ""} /></Field>
    </FilterBar>
  );
}
