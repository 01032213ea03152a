import Link from "next/link";
import { Blank, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { defaultTag } from "@/lib/rules/labels";
import type { RuleRow } from "@/lib/rules/setting-queries";

const columns = [{ label: "规则", className: "who" }, { label: "事项" }, { label: "现行" }, { label: "出处" }, { label: "施行" }, { label: "另有规定的单位" }];

function Elsewhere({ units }: Pick<RuleRow, "units">) {
  if (units.length === 0) return <Blank />;
  const said = units.slice(0, 2).map((s) => `${s.scope} ${s.words}`).join("；");
  return <>{units.length > 2 ? `${said} 等 ${units.length} 个` : said}</>;
}

/** Rules with what holds today; the name leads to settings and history. */
export function RuleTable({ caption, rows }: { caption: string; rows: readonly RuleRow[] }) {
  return (
    <Table caption={caption} columns={columns} compact>
      {rows.map(({ rule, whole, value, source, units, toCome, waiting }) => (
        <tr key={rule.key}>
          <th scope="row" className="who"><Link href={`/manage/rules/${rule.key}`} prefetch={false}>{rule.name}</Link></th>
          <td>{rule.group}</td>
          <td>{value}{toCome.length > 0 ? <> <Tag>{toCome.length} 项待施行</Tag></> : null}{waiting.length > 0 ? <> <Tag tone="amber">待确认</Tag></> : null}</td>
          <td className="wide">{source ?? <span className="text-ink-2">{defaultTag(rule)}</span>}</td>
          <td>{whole ? whole.fromOn : <Blank why="没有改设" />}</td>
          <td className="wide"><Elsewhere units={units} /></td>
        </tr>
      ))}
    </Table>
  );
}
