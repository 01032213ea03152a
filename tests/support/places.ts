import type { Page } from "@playwright/test";

/** Where each kind of record is found: the list that links to it, and the link. */
const finders: Record<string, { on: string; link: string }> = {
  delegate: { on: "/manage/delegates", link: ".sheet .who a" },
  overviewDelegate: { on: "/overview/delegates", link: ".sheet .who a" },
  term: { on: "/manage/terms", link: 'tr:has-text("现任") .who a' },
  formerTerm: { on: "/manage/terms", link: 'tr:has-text("青澜区第四次党代会") .who a' },
  delegation: { on: "{term}", link: 'a[href*="/delegations/"]' },
  group: { on: "{formerTerm}", link: 'a[href*="/groups/"]' },
  unit: { on: "/manage/units", link: '.units a:has-text("街道党工委"), .units a:has-text("机关工委")' },
  deadline: { on: "/deadlines", link: ".sheet .who a" },
  account: { on: "/system/accounts", link: 'tr:has-text("shenwenqing") .who a' },
  ownAccount: { on: "/system/accounts", link: 'tr:has-text("sysadmin") .who a' },
  holder: { on: "/system/grants", link: 'tr:has-text("tangxin") .who a' },
  ownHolder: { on: "/system/grants", link: 'tr:has-text("secadmin") .who a' },
  event: { on: "/system/audit", link: ".sheet .who a" },
};

/** Finds the addresses of records as one viewer sees them; each list is looked at once, and not for what is `known`. */
export class Places {
  private readonly found: Map<string, string>;

  constructor(private readonly page: Page, known: Readonly<Record<string, string>> = {}) {
    this.found = new Map(Object.entries(known));
  }

  /** An address with every {place} in it replaced. */
  async address(template: string): Promise<string> {
    let address = template;
    for (const [hole, name = ""] of template.matchAll(/\{(\w+)\}/g)) address = address.replace(hole, await this.find(name));
    return address;
  }

  private async find(name: string): Promise<string> {
    const known = this.found.get(name);
    if (known) return known;
    if (name.endsWith("Id")) return (await this.find(name.slice(0, -2))).split("/").at(-1) ?? "";
    if (name === "former") return (await this.find("formerTerm")).split("/").at(-1) ?? "";
    const finder = finders[name];
    if (!finder) throw new Error(`no such place: ${name}`);
    await this.page.goto(await this.address(finder.on));
    const href = await this.page.locator(finder.link).first().getAttribute("href");
    if (!href) throw new Error(`nothing at ${finder.link} on ${finder.on}`);
    this.found.set(name, href);
    return href;
  }
}
