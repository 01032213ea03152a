import Link from "next/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { listTemplates } from "@/lib/messages/template-queries";

const columns = [{ label: "消息", className: "who" }, { label: "性质" }, { label: "标题", className: "wide" }, { label: "短信和邮件", className: "wide" }, { label: "改写" }];

/** The words of every kind of message, and who wrote them last. */
export function TemplateTable({ rows }: { rows: Awaited<ReturnType<typeof listTemplates>> }) {
  return (
    <Table caption="消息模板" columns={columns}>
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row" className="who"><Link href={`/manage/messages/templates/${row.key}`} prefetch={false}>{row.name}</Link></th>
          <td>{row.must ? <Tag tone="amber" mark={false}>须办</Tag> : "知悉"}</td>
          <td className="wide">{row.title}</td>
          <td className="wide">{row.brief}</td>
          <td>{row.edited ? <>{row.edited.by}<br /><span className="num text-ink-2">{row.edited.at}</span></> : <span className="muted">默认</span>}</td>
        </tr>
      ))}
    </Table>
  );
}
