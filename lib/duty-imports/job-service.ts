import "server-only";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { KEPT_DAYS } from "./labels";

const KEEP_MS = KEPT_DAYS * 24 * 3_600_000;

/** Clears files and rows after seven days; what was written and by whom stays. */
export async function sweepDutyImports(): Promise<void> {
  const { count } = await db().dutyImport.updateMany({ where: { createdAt: { lt: new Date(now().getTime() - KEEP_MS) }, rowsCipher: { not: null } }, data: { fileCipher: null, rowsCipher: null } });
  if (count > 0) log.info({ cleared: count }, "duty imports swept");
}
