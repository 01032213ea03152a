import { existsSync } from "node:fs";

const DEBIAN = "/usr/bin/chromium";

/** How a Chromium is started for tests and pictures: Debian's when it is there, else Playwright's own, and quiet towards the network. */
export const browserOptions = () => ({
  ...(existsSync(DEBIAN) ? { executablePath: DEBIAN } : {}),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
