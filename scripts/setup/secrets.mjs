import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Stop } from "./say.mjs";

const key = () => randomBytes(32).toString("base64");
const word = () => randomBytes(24).toString("hex");

/** A new set: passwords of the three database roles and the application's own keys. */
export const newSecrets = () => ({
  superuser: word(),
  owner: word(),
  app: word(),
  APP_SECRET: randomBytes(32).toString("hex"),
  DATA_KEYS: `1:${key()}`,
  INDEX_KEY: key(),
});

/** The secrets kept in `folder`, made once. The file is readable by its owner alone; a damaged one is never replaced. */
export function keptSecrets(folder) {
  const file = path.join(folder, "secrets.json");
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    const kept = readJson(file);
    const lost = Object.keys(newSecrets()).filter((name) => typeof kept[name] !== "string");
    if (lost.length === 0) return kept;
    throw new Stop(`${file} 缺少 ${lost.join("、")}，已有数据无法解开。请从备份恢复这个文件。`);
  }
  const made = newSecrets();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code) throw error;
    throw new Stop(`${file} 已损坏，已有数据无法解开。请从备份恢复这个文件。`);
  }
}
