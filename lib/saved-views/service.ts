import "server-only";
import { v7 as newId } from "uuid";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { seal } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { MOST_VIEWS, refusals, type SavedList } from "./labels";
import { may, visibleTo } from "./policy";
import { sealedAs } from "./queries";

/**
 * Keeps the conditions of a list under a name; the own view of that name is replaced. Refuses who works with no staff
 * list, sharing by others than the office, and more than thirty.
 */
export const save = (actor: AccountActor, { list, name, query, shared }: { list: SavedList; name: string; query: string; shared: boolean }): Promise<void> =>
  transact(async () => {
    const { committeeId, accountId } = actor;
    if (!may(actor, "save", { committeeId })) throw new Forbidden("savedView.save", { type: "SavedView", name }, refusals.save);
    if (shared && !may(actor, "share", { committeeId })) throw new Refusal("没有保存。", { shared: [refusals.share] });
    await db().$queryRaw`SELECT id FROM "Account" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
    const old = await db().savedView.findUnique({ where: { accountId_list_name: { accountId, list, name } }, select: { id: true } });
    if (!old && (await db().savedView.count({ where: { accountId, list } })) >= MOST_VIEWS) throw new Refusal(refusals.many);
    const id = old?.id ?? newId();
    const kept = { queryCipher: seal(query, sealedAs(id)), shared };
    if (old) await db().savedView.update({ where: { id }, data: { ...kept, version: { increment: 1 } }, select: { id: true } });
    else await db().savedView.create({ data: { id, committeeId, accountId, accountName: actor.name, list, name, ...kept }, select: { id: true } });
    await audit(actor, { verb: "savedView.save", target: { type: "SavedView", id, name }, changes: { shared: [null, shared ? "是" : "否"] } });
  });

/** Deletes a view. Refuses one replaced since it was shown, and another's, unless it is shared and the head of the office does it. */
export const remove = (actor: AccountActor, id: string, version: number): Promise<void> =>
  transact(async () => {
    const view = await db().savedView.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: { id: true, committeeId: true, accountId: true, shared: true, name: true, version: true } });
    if (!view) throw new NotFound({ type: "SavedView", id });
    if (!may(actor, "remove", view)) throw new Forbidden("savedView.remove", { type: "SavedView", id, name: view.name }, refusals.remove);
    const { count } = await db().savedView.deleteMany({ where: { id, version } });
    if (count === 0) throw new Conflict({}, String(view.version));
    await audit(actor, { verb: "savedView.remove", target: { type: "SavedView", id, name: view.name }, changes: { name: [view.name, null] } });
  });
