import { sweepParticipations } from "./job-service";

const SWEEP_MS = 60_000;

/** Looks once a minute for replies that are overdue and for who left the register. */
export async function startParticipationJobs(): Promise<void> {
  await sweepParticipations();
  setInterval(() => void sweepParticipations(), SWEEP_MS).unref();
}
