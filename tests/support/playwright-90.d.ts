// The package of that year names no types for "import".
declare module "playwright-90" {
  export type { Browser, BrowserContext, Page } from "../../node_modules/playwright-90/types/types";
  export const chromium: import("../../node_modules/playwright-90/types/types").BrowserType;
}
