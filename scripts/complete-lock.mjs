// A registry may lack the packages of other platforms; npm then leaves them out of the lock, and `npm ci` refuses it.
// Run after every change of dependencies: npm install && npm run lock
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { completed } from "./setup/lock-entries.mjs";

const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const { lock, added } = completed(JSON.parse(readFileSync(file, "utf8")));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`补入 ${added.length} 个其他平台的依赖\n`);
for (const key of added.filter((name) => !lock.packages[name].os && !lock.packages[name].cpu)) process.stdout.write(`未注明平台：${key}\n`);
