// Power over jobs that failed for the last time: the system administrator keeps the machine running, and sees which
// machine, when and why, never whom a job was about.
import type { Actor } from "@/lib/platform/actor";

export type JobAct = "list" | "retry" | "drop";

export const may = (actor: Actor, _act: JobAct, of: { committeeId: string }): boolean => actor.role === "SYSTEM_ADMIN" && actor.committeeId === of.committeeId;
