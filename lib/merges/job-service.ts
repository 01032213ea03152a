import "server-only";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { UNDO_HOURS } from "./labels";

/** Forgets what was before merges that can no longer be undone. */
export async function sweepMerges(): Promise<void> {
  await db().personMerge.updateMany({ where: { beforeCipher: { not: null }, createdAt: { lt: new Date(now().getTime() - UNDO_HOURS * 3_600_000) } }, data: { beforeCipher: null } });
}
