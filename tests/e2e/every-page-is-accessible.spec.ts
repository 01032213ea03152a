import { globSync } from "node:fs";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { appPages, AS_DELEGATE, GUEST, viewers, walksOf, type Viewer } from "../support/app-pages";
import { furniture, type Furniture } from "../support/furnish";
import { axeFaults, axeScript, overflowFaults, watch } from "../support/page-faults";
import { Places } from "../support/places";
import { signInAs, signInWith } from "../support/sign-in";

test.describe.configure({ mode: "parallel", timeout: 240_000 });

const desk = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };
const narrowest = { width: 320, height: 844 };

/** In this order each look is a step from the last. The server draws the large type, as the cookie asks. */
const looks = [
  { name: "large type on a desk", view: desk, large: true },
  { name: "large type on a phone", view: phone, large: true },
  { name: "standard type on a phone", view: phone, large: false },
  { name: "standard type on a desk", view: desk, large: false },
] as const;
type Look = (typeof looks)[number]["name"];

/**
 * Nothing may overflow in any look. Axe looks where the viewer works: at every page that nobody saw before, and at every fourth
 * one of these also at the other end; at every fourth page that an earlier viewer saw.
 */
const FURTHEST: readonly Look[] = ["large type on a phone", "standard type on a desk"];
function closerOf(viewer: Viewer, first: boolean, nth: number): readonly Look[] {
  if (!first && nth % 4 > 0) return [];
  return first && nth % 4 === 0 ? FURTHEST : viewer.endsWith("delegate") ? FURTHEST.slice(0, 1) : FURTHEST.slice(1);
}

async function enter(page: Page, viewer: Viewer, accounts: Furniture["accounts"]): Promise<void> {
  const made = accounts[viewer];
  if (viewer === GUEST) return;
  if (made) return signInWith(page, made);
  await signInAs(page, viewer.split(" ")[0] ?? "");
  if (viewer !== AS_DELEGATE) return;
  await page.goto("/account");
  await Promise.all([page.waitForURL("**/my"), page.click('button:text-is("切换到这个身份")')]);
}

/** Opens what is folded in the page itself; the menus in the bar would lie over it. */
const unfold = (page: Page) => page.evaluate(() => document.querySelectorAll<HTMLDetailsElement>("main details").forEach((d) => (d.open = true)));

const unfoldMenus = (page: Page) => page.evaluate(() => {
  document.querySelectorAll<HTMLDetailsElement>(".me").forEach((d) => (d.open = true));
  document.querySelectorAll<HTMLInputElement>("#menu-open").forEach((box) => (box.checked = true));
});

const standardType = (page: Page) => page.evaluate(() => document.documentElement.removeAttribute("data-size"));

/** The page at hand in all four looks and on the narrowest phone; `closer` are the looks axe is asked about. */
async function faultsInEveryLook(page: Page, closer = FURTHEST): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, view, large } of looks) {
    if (!large) await standardType(page);
    for (const size of view === phone ? [narrowest, phone] : [desk]) {
      await page.setViewportSize(size);
      faults.push(...(await overflowFaults(page)).map((fault) => `${name}, ${size.width}: ${fault}`));
    }
    if (closer.includes(name)) faults.push(...(await axeFaults(page)).map((fault) => `${name}: ${fault}`));
  }
  return faults;
}

async function faultsAt(page: Page, address: string, status: number, closer: readonly Look[]): Promise<string[]> {
  const answer = await page.goto(address);
  // A refusal is drawn by the script, after the page has come.
  await page.locator("h1").first().waitFor();
  const size = await page.locator("html").getAttribute("data-size");
  await unfold(page);
  return [...(answer?.status() === status ? [] : [`answered ${answer?.status()}`]), ...(size === "large" ? [] : ["not in large type"]), ...(await faultsInEveryLook(page, closer))];
}

test("every page of the app stands in the table of pages", () => {
  const files = globSync("app/**/{page,not-found,forbidden}.tsx").map((file) => file.split(path.sep).join("/"));
  const told = appPages.map(({ file }) => (file === "forbidden" || file === "not-found" ? `app/${file}.tsx` : path.posix.join("app", file, "page.tsx")));
  expect(files.length).toBeGreaterThan(30);
  expect([...new Set(told)].sort()).toEqual(files.sort());
});

for (const viewer of viewers) {
  for (const [i, walk] of walksOf(viewer).entries()) {
    test(`${viewer}, walk ${i + 1}: every page, on a desk and on a phone, in both sizes of type`, async ({ page, context }, info) => {
      const origin = info.project.use.baseURL ?? "";
      const noise = watch(page, origin);
      await context.addInitScript({ path: axeScript });
      await context.addCookies([{ name: "size", value: "large", url: origin }]);
      const { places: made, accounts } = furniture();
      await enter(page, viewer, accounts);
      const places = new Places(page, made);
      const found: string[] = [];
      for (const [nth, { at, status, first }] of walk.entries()) {
        const address = await places.address(at);
        const faults = [...(await faultsAt(page, address, status, closerOf(viewer, first, nth))), ...noise.splice(0)];
        found.push(...faults.map((fault) => `${address}: ${fault}`));
      }
      if (i === 0) {
        await unfoldMenus(page);
        found.push(...(await faultsInEveryLook(page)).map((fault) => `menus unfolded: ${fault}`));
      }
      expect(found).toEqual([]);
    });
  }
}
