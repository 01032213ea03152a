// Shows the speed of the product beside bare Node and PostgreSQL: npm run bench [-- --heads=10000 --only=plans,history,data,pages,import]
import { fileURLToPath } from "node:url";

const { giveUp, ready, ROOT } = await import("./setup/bootstrap.mjs");

if (await ready(fileURLToPath(import.meta.url))) {
  const { bench } = await import("../tests/bench/bench.mjs");
  process.exit(await bench(ROOT, process.argv.slice(2)).catch(giveUp));
}
