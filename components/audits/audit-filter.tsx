import { Field, Input, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { outcomeNames, verbNames } from "@/lib/audits/labels";
import type { AuditFilters } from "@/lib/audits/schema";

const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

export function AuditFilter({ value }: { value: AuditFilters }) {
  const more = (
    <>
      <Field name="outcome" label="结果"><Select options={options(outcomeNames)} empty="全部结果" defaultValue={value.outcome ?? ""} /></Field>
      <Field name="target" label="对象编号"><Input defaultValue={value.target} maxLength={64} spellCheck={false} /></Field>
    </>
  );
  return (
    <FilterBar path="/system/audit" keep={value.size === 50 ? {} : { size: String(value.size) }} more={more} moreOpen={Boolean(value.outcome ?? value.target)}>
      <Field name="actor" label="操作人姓名"><Input type="search" defaultValue={value.actor} maxLength={50} /></Field>
      <Field name="verb" label="行为"><Select options={options(verbNames)} empty="全部行为" defaultValue={value.verb ?? ""} /></Field>
      <Field name="from" label="起始日期"><Input type="date" defaultValue={value.from} /></Field>
      <Field name="to" label="截止日期"><Input type="date" defaultValue={value.to} /></Field>
    </FilterBar>
  );
}
