import { fileURLToPath } from "node:url";

const { giveUp, ready, ROOT } = await import("./setup/bootstrap.mjs");

if (await ready(fileURLToPath(import.meta.url))) {
  const { working } = await import("./setup/working.mjs");
  process.exit(await working(ROOT).catch(giveUp));
}
