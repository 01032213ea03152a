import { fileURLToPath } from "node:url";

const { giveUp, ready, ROOT } = await import("./setup/bootstrap.mjs");

if (await ready(fileURLToPath(import.meta.url))) {
  const { launch } = await import("./setup/launch.mjs");
  process.exit(await launch(ROOT, { dev: process.argv.includes("--dev") }).catch(giveUp));
}
