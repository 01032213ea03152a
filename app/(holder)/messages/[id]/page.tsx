import type { Metadata } from "next";
import { OneButton } from "@/components/accounts/one-button";
import { FileList } from "@/components/messages/file-list";
import { MessageList, Origin } from "@/components/messages/message-list";
import { RolePage } from "@/components/tasks/role-page";
import { Card } from "@/components/ui/card";
import { markMessageRead, markMessageUnread, openMessage } from "@/lib/messages/actions";
import { getMessage } from "@/lib/messages/queries";
import { requireActor } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";

export const metadata: Metadata = { title: "消息" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const message = await forPage(actor, getMessage(actor, id));
  return (
    <RolePage role={actor.role} title="消息" crumb={[{ label: "消息", href: "/messages" }, { label: message.kindName }]} back="/messages">
      <div className="stack max-w-3xl">
        <Card>
          <Origin of={message} />
          <h2 className="mt-2 text-lg">{message.title}</h2>
          <p className="letter mt-3">{message.body}</p>
          <div className="mt-4 flex flex-wrap gap-2">
            {message.href ? <OneButton action={openMessage} label={message.must ? "去办理" : "去查看"} fields={{ id }} variant="primary" /> : null}
            {message.readAt === null ? <OneButton action={markMessageRead} label="标为已读" fields={{ id }} /> : <OneButton action={markMessageUnread} label="标为未读" fields={{ id }} />}
          </div>
        </Card>
        {message.files.length > 0 ? <Card title="附件"><FileList files={message.files} /></Card> : null}
        {message.behind.length > 0 ? <Card title="汇入的消息" bare><MessageList rows={message.behind} label="汇入的消息" /></Card> : null}
      </div>
    </RolePage>
  );
}
