import { RadioGroup } from "@/components/ui/choice";
import { Field, Input, Textarea } from "@/components/ui/field";

const numbers = [{ value: "masked", label: "遮盖", note: "如 100****5943" }, { value: "full", label: "完整号码", note: "须写理由、再次输入口令，连同条件和人数记入审计" }];
const WHEN = "选择“完整号码”时必须填写，遮盖时不用填";

/** Masked, or in full with a reason and the own password: the same question wherever numbers leave the platform. */
export function NumbersFields({ chosen }: { chosen?: string }) {
  return (
    <>
      <RadioGroup name="numbers" label="身份证号、手机和住址" options={numbers} defaultValue={chosen ?? "masked"} />
      <Field name="reason" label="导出完整号码的理由" hint={WHEN}><Textarea rows={2} maxLength={200} /></Field>
      <Field name="password" label="本人口令" hint={WHEN}><Input type="password" autoComplete="current-password" className="short" /></Field>
    </>
  );
}
