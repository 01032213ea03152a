import { OneButton } from "@/components/accounts/one-button";
import { Tag } from "@/components/ui/tag";
import { markMessageRead, openMessage } from "@/lib/messages/actions";
import { mustName } from "@/lib/messages/labels";
import type { MessageRow } from "@/lib/messages/queries";
import "./messages.css";

/** From whom, of which kind and when; a message that came again says so. */
export function Origin({ of }: { of: MessageRow }) {
  return (
    <div className="mail-from">
      <Tag tone={of.must ? "amber" : "plain"}>{mustName(of.must)}</Tag>
      {of.unread ? <Tag tone="blue">未读</Tag> : null}
      <span>{of.senderName}</span><span>{of.kindName}</span>
      {of.forName ? <span>代{of.forName}收</span> : null}
      {of.reminders > 0 ? <span>第 {of.reminders} 次提醒</span> : null}
      <time>{of.when}</time>
    </div>
  );
}

/** Messages one a row; pressing the title marks it read and leads to what it is about, 看全文 to the message itself. */
export function MessageList({ rows, label }: { rows: readonly MessageRow[]; label: string }) {
  return (
    <ul className="rows" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className={row.unread ? "mail unread" : "mail"}>
          <Origin of={row} />
          <OneButton action={openMessage} label={row.title} fields={{ id: row.id }} bare />
          {row.line ? <div className="mail-line"><p>{row.line}</p>{row.href ? <OneButton action={markMessageRead} label="看全文" of={row.title} fields={{ id: row.id }} bare /> : null}</div> : null}
        </li>
      ))}
    </ul>
  );
}
