import Link from "next/link";
import { Card } from "@/components/ui/card";
import { getUnread } from "@/lib/messages/queries";
import type { AccountActor } from "@/lib/platform/actor";
import { MessageList } from "./message-list";

/** On a first page: the latest unread messages, and how many there are; nothing where all are read. */
export async function UnreadCard({ actor }: { actor: AccountActor }) {
  const { total, rows } = await getUnread(actor);
  if (total === 0) return null;
  return (
    <Card title={`${total} 条未读消息`} aside={<Link href="/messages" prefetch={false}>全部消息</Link>} bare>
      <MessageList rows={rows} label="未读消息" />
    </Card>
  );
}
