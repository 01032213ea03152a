// Power over the history of a person. The office reads all of it; the delegate reads what became of the own data, but not
// who looked a number up, nor the papers behind a status, nor a case of termination before it is decided: its outcome stands among the status events.
import { may as mayDelegate, type DelegateFacts } from "@/lib/delegates/policy";
import type { Actor } from "@/lib/platform/actor";

type Facts = Pick<DelegateFacts, "committeeId" | "unitId" | "personId">;

export const may = (actor: Actor, act: "read", of: Facts): boolean => act === "read" && mayDelegate(actor, "readHistory", of);

const WHOLE = ["Delegate", "CorrectionRequest", "TerminationCase"];

/** Kinds of records whose events the actor reads, and the verbs left out. */
export const readableBy = (actor: Actor): { targets: string[]; without: string[] } =>
  actor.role === "DELEGATE" ? { targets: ["Delegate", "CorrectionRequest"], without: ["delegate.reveal", "correction.reveal", "correction.readProof", "paper.attach", "paper.read", "paper.remove"] } : { targets: WHOLE, without: [] };
