import "server-only";
import { randomUUID } from "node:crypto";
import type { SystemActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { systemActor } from "@/lib/platform/program";
import { runPass } from "./pass-service";

/** What another noun sets right before anybody is reminded. */
export type Before = (actor: SystemActor) => Promise<unknown>;

/** A pass over the clocks of every committee. One that fails keeps no other from its pass, and the job is tried again. */
export async function runPasses(before: readonly Before[]): Promise<void> {
  const committees = await db().committee.findMany({ select: { id: true }, orderBy: { id: "asc" }, take: 10_000 });
  const failed: unknown[] = [];
  for (const { id } of committees) {
    try {
      const actor = systemActor(id, randomUUID());
      for (const settle of before) await settle(actor);
      const { climbed, recounted } = await runPass(actor);
      if (climbed + recounted > 0) log.info({ committeeId: id, climbed, recounted }, "deadlines passed");
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed[0]) throw failed[0];
}
