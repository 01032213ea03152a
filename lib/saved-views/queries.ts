import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { open } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import type { SavedList } from "./labels";
import { may, visibleTo } from "./policy";

/** What a sealed query belongs to. */
export const sealedAs = (id: string): string => `SavedView.query:${id}`;

/** The views of one list, the own ones first, each with the query of its address. At most 200: thirty of each who shares. */
export async function listViews(actor: AccountActor, list: SavedList) {
  const rows = await db().savedView.findMany({
    where: { AND: [visibleTo(actor), { list }] }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 200,
    select: { id: true, committeeId: true, accountId: true, accountName: true, name: true, queryCipher: true, shared: true, version: true },
  });
  return rows
    .map(({ queryCipher, ...row }) => ({ ...row, query: open(queryCipher, sealedAs(row.id)), own: row.accountId === actor.accountId, removable: may(actor, "remove", row) }))
    .sort((a, b) => Number(b.own) - Number(a.own));
}

export type View = Awaited<ReturnType<typeof listViews>>[number];
