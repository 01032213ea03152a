import { fileURLToPath } from "node:url";

const { giveUp, ready, ROOT } = await import("./setup/bootstrap.mjs");

if (await ready(fileURLToPath(import.meta.url))) {
  const { testRun } = await import("./setup/test-run.mjs");
  process.exit(await testRun(ROOT, process.argv.slice(2)).catch(giveUp));
}
