import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { kinds } from "@/lib/messages/kinds";
import type { MessageFilters } from "@/lib/messages/schema";

const options = Object.entries(kinds).map(([value, { name }]) => ({ value, label: name }));

export function MessageFilter({ path, value }: { path: string; value: MessageFilters }) {
  return (
    <FilterBar path={path} keep={{ show: value.show }}>
      <Field name="q" label="标题"><Input type="search" defaultValue={value.q} maxLength={50} autoComplete="off" /></Field>
      <Field name="kind" label="种类"><Select options={options} empty="全部种类" defaultValue={value.kind ?? ""} /></Field>
    </FilterBar>
  );
}
