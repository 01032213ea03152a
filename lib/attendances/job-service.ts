import "server-only";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { KEPT_DAYS } from "./import-labels";

const KEEP_MS = KEPT_DAYS * 24 * 3_600_000;

/** Clears the rows of uploads nobody confirmed after seven days. */
export async function sweepAttendanceImports(): Promise<void> {
  const { count } = await db().attendanceImport.updateMany({ where: { createdAt: { lt: new Date(now().getTime() - KEEP_MS) }, rowsCipher: { not: null } }, data: { rowsCipher: null } });
  if (count > 0) log.info({ cleared: count }, "attendance imports swept");
}
