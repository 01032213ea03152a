// Takes one workbook through the whole import, as the web and the jobs do, and tells each step with its milliseconds.
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { mint, type AccountActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { enqueue, stopJobs } from "@/lib/platform/jobs";
import { runImport } from "@/lib/roster-imports/job-service";
import { getImport } from "@/lib/roster-imports/queries";
import { commit, upload } from "@/lib/roster-imports/service";

type Account = Pick<AccountActor, "accountId" | "name" | "grantId" | "role" | "committeeId" | "unitId" | "unitIds">;

const { termId, actors: { office } } = JSON.parse(process.env.BENCH_FACTS ?? "{}") as { termId: string; actors: { office: Account } };
const actor = mint<AccountActor>({ ...office, sessionId: office.accountId, personId: null, requestId: office.accountId, address: "192.0.2.7" });
const bytes = readFileSync(process.env.BENCH_FILE ?? "");
const tell = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function timed<T>(step: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await work();
  tell({ step, milliseconds: performance.now() - from });
  return result;
}

/** Connections and queue open, nothing done yet: the memory above this is the import's own. */
async function settle(): Promise<void> {
  await Promise.all(Array.from({ length: 4 }, () => db().term.count()));
  await enqueue("bench", {}, "bench");
  await pause(500);
  tell({ step: "idle" });
  await pause(500);
}

await settle();
const id = await timed("upload", () => upload(actor, termId, "bench.xlsx", bytes));
await timed("check", () => runImport(id));
const checked = await getImport(actor, id);
if (checked.counts?.ready !== checked.counts?.rows) throw new Error(`rows not ready: ${JSON.stringify(checked.counts)} ${checked.reason}`);
await commit(actor, id, { mode: "ADD_ONLY", reviewBasis: "代表资格审查报告" });
await timed("commit", () => runImport(id));
const { state, added, reason } = await getImport(actor, id);
if (state !== "DONE") throw new Error(`not imported: ${state} ${reason}`);
tell({ step: "done", added });
await stopJobs();
process.exit(0);
