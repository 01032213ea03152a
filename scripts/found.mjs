import { fileURLToPath } from "node:url";

const { giveUp, ready, ROOT } = await import("./setup/bootstrap.mjs");

if (await ready(fileURLToPath(import.meta.url))) {
  const { founding } = await import("./setup/founding.mjs");
  process.exit(await founding(ROOT, process.argv.slice(2)).catch(giveUp));
}
