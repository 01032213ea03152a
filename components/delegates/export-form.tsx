import { Button, LinkButton } from "@/components/ui/button";
import { CheckboxGroup, RadioGroup } from "@/components/ui/choice";
import { exportColumns } from "@/lib/delegates/export-columns";
import { formatNames } from "@/lib/delegates/labels";
import { NumbersFields } from "./numbers-fields";

const columns = exportColumns.filter((c) => c.key !== "name").map(({ key, name, guarded }) => ({ value: key, label: name, ...(guarded ? { note: "默认遮盖" } : {}) }));
const notes = { xlsx: "带标题、填报单位和日期，可筛选、可再导入", docx: "A4 横页，每页重复表头，标页码，两字姓名加空，可直接打印归档", csv: "供其他系统读取" };
const formats = (["xlsx", "docx", "csv"] as const).map((value) => ({ value, label: formatNames[value], note: notes[value] }));

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
      {fullNumbers ? <NumbersFields chosen={chosen.numbers} /> : null}
      <div className="send"><Button variant="primary">导出花名册</Button><LinkButton href={back} variant="plain">返回花名册</LinkButton></div>
    </form>
  );
}
