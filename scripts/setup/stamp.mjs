import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

function filesUnder(root, name, keep) {
  const full = path.join(root, name);
  if (!existsSync(full) || !keep(name)) return [];
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full).flatMap((child) => filesUnder(root, `${name}/${child}`, keep));
}

/** sha256 over names and contents of these files and folders (relative to root); those `keep` refuses do not count. */
export function stampOf(root, names, keep = () => true) {
  const hash = createHash("sha256");
  for (const name of names.flatMap((n) => filesUnder(root, n, keep)).sort()) {
    hash.update(`${name}\0`).update(readFileSync(path.join(root, name))).update("\0");
  }
  return hash.digest("hex");
}
