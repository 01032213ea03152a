import { Button } from "@/components/ui/button";
import { hrefWith } from "@/components/ui/href";
import { columns, type ColumnKey } from "@/lib/delegates/columns";

/** 列设置: which columns stand beside the name, kept in the address. */
export function ColumnChooser({ path, params, shown }: { path: string; params: Readonly<Record<string, string>>; shown: readonly ColumnKey[] }) {
  const kept = Object.entries(params).filter(([name]) => name !== "cols");
  return (
    <details className="no-print relative">
      <summary className="py-1 text-ink-3 hover:text-ink">列设置</summary>
      <form method="get" action={path} className="chooser">
        {kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <fieldset>
          <legend className="sr">显示的列</legend>
          {columns.map(({ key, name }) => (
            <label key={key}><input type="checkbox" name="cols" value={key} defaultChecked={shown.includes(key)} />{name}</label>
          ))}
        </fieldset>
        <div className="flex items-center gap-2 p-2"><Button small>显示所选列</Button><a href={hrefWith(path, Object.fromEntries(kept), {})}>恢复默认</a></div>
      </form>
    </details>
  );
}
