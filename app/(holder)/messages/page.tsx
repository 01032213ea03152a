import type { Metadata } from "next";
import Link from "next/link";
import { OneButton } from "@/components/accounts/one-button";
import { MessageFilter } from "@/components/messages/message-filter";
import { MessageList } from "@/components/messages/message-list";
import { RolePage } from "@/components/tasks/role-page";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { hrefWith } from "@/components/ui/href";
import { Tabs } from "@/components/ui/tabs";
import { may } from "@/lib/letters/policy";
import { markAllRead } from "@/lib/messages/actions";
import { emptyNames, shelfNames, type Shelf } from "@/lib/messages/labels";
import { countUnread, listMessages } from "@/lib/messages/queries";
import { messageFilters } from "@/lib/messages/schema";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "消息" };

const PATH = "/messages";
const shelves = [undefined, ...(Object.keys(shelfNames) as Shelf[])];

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const filters = messageFilters.parse(await searchParams);
  const { show, kind, q, after } = filters;
  const drawnAt = now().getTime();
  const [{ rows, next }, unread] = await Promise.all([listMessages(actor, filters), countUnread(actor)]);
  const href = (shelf: Shelf | undefined) => hrefWith(PATH, { kind, q }, { show: shelf });
  const narrowed = kind !== undefined || q !== undefined || after !== undefined;
  const writes = may(actor, "write", { committeeId: actor.committeeId });
  const find = <MessageFilter path={PATH} value={filters} />;
  const acts = (
    <>
      <LinkButton href="/account#choices" variant="plain">接收方式</LinkButton>
      {unread > 0 ? <OneButton action={markAllRead} label="全部标为已读" fields={{ until: String(drawnAt) }} /> : null}
      {writes ? <><LinkButton href="/messages/sent">已发通知</LinkButton><LinkButton href="/messages/new" variant="primary">发通知</LinkButton></> : null}
    </>
  );
  return (
    <RolePage role={actor.role} title="消息" small={unread > 0 ? `${unread} 条未读` : "没有未读"} acts={acts}>
      {actor.role === "DELEGATE" ? <details className="fold mb-2" open={q !== undefined || kind !== undefined}><summary>查找消息</summary>{find}</details> : find}
      <Card bare>
        <Tabs label="按收取情况" current={href(show)} items={shelves.map((shelf) => ({ href: href(shelf), label: shelf ? shelfNames[shelf] : "全部", ...(shelf === "unread" ? { count: unread } : {}) }))} />
        {rows.length === 0
          ? <Empty title={narrowed ? "没有符合条件的消息" : show ? emptyNames[show] : "还没有消息"} why="办理有进展、有期限临近或有人发来通知时，会列在这里。" {...(narrowed ? { next: { href: PATH, label: "查看全部消息" } } : {})} />
          : <MessageList rows={rows} label="消息" />}
        {next || after ? (
          <nav className="pager" aria-label="翻页">
            <ul>
              {after ? <li><Link prefetch={false} href={hrefWith(PATH, { show, kind, q }, {})}>最前一页</Link></li> : null}
              {next ? <li><Link prefetch={false} href={hrefWith(PATH, { show, kind, q }, { after: next })} rel="next">往后一页</Link></li> : null}
            </ul>
          </nav>
        ) : null}
      </Card>
    </RolePage>
  );
}
