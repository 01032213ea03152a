import "server-only";
import { dispatch } from "@/lib/messages/dispatch-service";
import type { Actor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";

/** Tells whoever started an import how it ended, in the transaction that leaves the working state, which happens once. */
export async function tellStarter(actor: Actor, batch: { id: string; accountId: string; fileName: string }, result: string): Promise<void> {
  await dispatch(actor, {
    key: `rosterImport:${batch.id}:${now().getTime()}`, kind: "import.done", to: { accounts: [batch.accountId] }, variables: { file: batch.fileName, result },
    subject: { type: "RosterImport", id: batch.id }, href: `/manage/delegates/import/${batch.id}`,
  });
}
