import { createRequire } from "node:module";
import type { Page } from "@playwright/test";

type Violation = { id: string; nodes: { html: string }[] };

declare global {
  interface Window {
    axe: { run(options: object): Promise<{ violations: Violation[] }> };
  }
}

const here = createRequire(import.meta.url);

/** The axe of @axe-core/playwright as an init script: sent once, it looks at a page as often as the page changes its look. */
export const axeScript = createRequire(here.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js");

/** What axe finds against WCAG 2.2 AA, its sizes of targets included, and good practice: each rule with the first element. */
export const axeFaults = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { violations } = await window.axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } });
    return violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
  });

/** Whether the page must be pushed sideways. */
export async function overflowFaults(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return over > 0 ? [`${over} px too wide`] : [];
}

/** What no page may do, from the moment this is asked: errors in the console, requests to other hosts. */
export function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("console", (message) => {
    // A refusal is a page here, and Chromium reports its status as an error of the page itself.
    const refusal = message.text().startsWith("Failed to load resource") && message.location().url === page.url();
    if (message.type() === "error" && !refusal) faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("request", (request) => {
    const to = new URL(request.url());
    if (to.origin !== origin && to.protocol.startsWith("http")) faults.push(`request to ${to.origin}`);
  });
  return faults;
}
