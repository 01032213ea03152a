import { Button, LinkButton } from "@/components/ui/button";
import { CheckboxGroup, RadioGroup } from "@/components/ui/choice";
import { Field, Input, Textarea } from "@/components/ui/field";
import { exportColumns } from "@/lib/delegates/export-columns";
import { formatNames } from "@/lib/delegates/labels";

const columns = exportColumns.filter((c) => c.key !== "name").map(({ key, name, guarded }) => ({ value: key, label: name, ...(guarded ? { note: "默认遮盖" } : {}) }));
const notes = { xlsx: "带标题、填报单位和日期，可筛选、可再导入", docx: "A4 横页，每页重复表头，标页码，两字姓名加空，可直接打印归档", csv: "供其他系统读取" };
const formats = (["xlsx", "docx", "csv"] as const).map((value) => ({ value, label: formatNames[value], note: notes[value] }));
const numbers = [{ value: "masked", label: "遮盖", note: "如 100****5943" }, { value: "full", label: "完整号码", note: "须写理由、再次输入口令，连同条件和人数记入审计" }];

/** What was chosen before a refusal; nothing at first. */
export type Chosen = { cols: string[]; format?: string; numbers?: string };

type Props = { id: string; params: Readonly<Record<string, string>>; back: string; fullNumbers: boolean; chosen: Chosen };

/** What the file holds. A plain form: the browser keeps the file and the page stays. */
export function ExportForm({ id, params, back, fullNumbers, chosen }: Props) {
  return (
    <form method="post" action="/manage/delegates/export/file" encType="multipart/form-data" id={id}>
      {Object.entries(params).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <CheckboxGroup name="cols" label="导出的列" options={columns} defaultValue={chosen.cols} across />
      <RadioGroup name="format" label="文件格式" options={formats} defaultValue={chosen.format ?? "xlsx"} />
      {fullNumbers ? (
        <>
          <RadioGroup name="numbers" label="身份证号、手机和住址" options={numbers} defaultValue={chosen.numbers ?? "masked"} />
          <Field name="reason" label="导出完整号码的理由" hint="选择“完整号码”时必须填写，遮盖时不用填"><Textarea rows={2} maxLength={200} /></Field>
          <Field name="password" label="本人口令" hint="选择“完整号码”时必须填写，遮盖时不用填"><Input type="password" autoComplete="current-password" className="short" /></Field>
        </>
      ) : null}
      <div className="send"><Button variant="primary">导出花名册</Button><LinkButton href={back} variant="plain">返回花名册</LinkButton></div>
    </form>
  );
}
