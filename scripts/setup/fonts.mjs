import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { logFile, run } from "./run.mjs";

/** Whether packages can be installed here: Debian or a relative, as root. */
export const hasApt = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/** Installs Debian packages; waits up to five minutes for another installation. Resolves to whether it worked. */
export async function aptInstall(root, names) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (log, args) => run("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], { cwd: "/", env, log: logFile(root, log) });
  if ((await apt("apt-update", ["update"])) !== 0) return false;
  return (await apt("apt-install", ["install", "-y", "--no-install-recommends", ...names])) === 0;
}

/** Without a font that has Chinese, pages are drawn with boxes. */
export function hasChineseFont() {
  const listed = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  if (listed.error) return process.platform !== "linux" || existsSync("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc");
  return listed.stdout.trim() !== "";
}
