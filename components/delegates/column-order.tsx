import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { chosenColumns } from "@/lib/delegates/export-columns";

/** The chosen columns in their order, each to be moved. Its buttons post the export form, which comes back with the new order. */
export function ColumnOrder({ form, cols }: { form: string; cols: readonly string[] }) {
  const [, ...placed] = chosenColumns(cols);
  const move = (value: string, label: string, name: string, ends: boolean) =>
    <Button small variant="plain" form={form} name="arrange" value={value} disabled={ends} aria-label={`${label} ${name}`}>{label}</Button>;
  return (
    <Card title="列的次序" className="min-w-[min(100%,16rem)] flex-1" id="placed">
      <p className="mb-2 text-13 text-ink-3">序号、姓名总在最前。改选了列的，点“按所选更新”在此排列。</p>
      <input type="hidden" form={form} name="placed" value={placed.map((c) => c.key).join()} />
      <ol className="mb-3 border-b border-line">
        {placed.map(({ key, name }, i) => (
          <li key={key} className="flex flex-wrap items-center justify-between border-t border-line py-0.5">
            <span><span className="num mr-2 inline-block w-5 text-right text-ink-3">{i + 1}</span>{name}</span>
            <span className="inline-flex gap-1">{move(`${key}:up`, "上移", name, i === 0)}{move(`${key}:down`, "下移", name, i === placed.length - 1)}</span>
          </li>
        ))}
      </ol>
      <div className="acts"><Button small form={form} name="arrange" value="keep">按所选更新</Button><Button small variant="plain" form={form} name="arrange" value="form">恢复采集表次序</Button></div>
    </Card>
  );
}
