import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { askRoute, builtActions, builtRoutes, deciding, forms, wrongMethod, type Answer, type Door } from "./ask";
import { acts, OPEN_ROUTES, pages, routes, sees, type PageRight } from "./rights";
import { rightsSheet } from "./sheet";
import type { Identity, Ownership } from "./town";
import { addressOf, asAfter, asBefore, cases, cell, doors, everybody, faults, leak, roundabout, town, walkedThousands } from "./walk";

const DOORS: Record<string, Record<Identity["stands"], Answer>> = {
  "/": { stranger: "login", firstPassword: "password", noGrant: "no-grant", acting: "elsewhere" },
  "/login": { stranger: "open", firstPassword: "elsewhere", noGrant: "no-grant", acting: "elsewhere" },
  "/login/no-grant": { stranger: "login", firstPassword: "elsewhere", noGrant: "open", acting: "elsewhere" },
};
const TURNED: Record<Identity["stands"], Answer> = { stranger: "login", firstPassword: "password", noGrant: "no-grant", acting: "forbidden" };

async function expectedOf(right: PageRight, { actor, stands }: Identity, id: string): Promise<Answer> {
  if (right.for === "anyone") return "open";
  if (right.for === "door") return DOORS[right.route]?.[stands] ?? "broken";
  if (right.for === "holder") return stands === "acting" || stands === "firstPassword" ? "open" : TURNED[stands];
  if (stands !== "acting" || !actor) return TURNED[stands];
  if (!right.for.includes(actor.role)) return "forbidden";
  return right.of && !(await sees(actor, right.of, id)) ? "missing" : "open";
}

/** Whoever the page is not for is turned away before a record is looked for: with the own and a foreign one it is seen that both are told the same. */
const casesFor = (right: PageRight, { actor, stands }: Identity) =>
  Array.isArray(right.for) && (stands !== "acting" || !actor || !right.for.includes(actor.role)) && right.of ? cases(right.of).filter(([of]) => roundabout.has(of)) : cases(right.of);

/** A slug of no meaning in place of an id, so that nothing of a foreign shape slips by the parser; each account tries one on each page, by turns. */
const CROOKED = ["not-an-id", "%00", "0x1"];

async function isMissing(door: Door, address: string, method: "GET" | "POST" = "GET"): Promise<string | null> {
  const { answer, status } = await askRoute(door, address, method);
  return answer === "missing" ? null : `${answer} (${status}) instead of missing`;
}

/** Every way a page can be asked for, by turns: over the pages each account tries each, and on each page a quarter of the accounts tries it. */
const turnOf = (form: string, page: number, identity: Identity): boolean => (Object.keys(forms).indexOf(form) + page + town.identities.indexOf(identity)) % 4 === 0;

/**
 * Everybody asks for every page with every record. The other ways are tried by turns: the flight of what is open, and where
 * it is refused all of them, with the own record and, where the record decides, with those that stand for others too.
 */
const asked = (form: string, want: string, of: Ownership, page: number, identity: Identity): boolean =>
  form === "GET" || (turnOf(form, page, identity) && (want === "open" ? form === "RSC" : want === "missing" ? roundabout.has(of) : of === "own"));

/** Wrong methods are refused before anybody is looked at: a stranger and one who may almost everything stand for all. */
const tells = ({ stands, name }: Identity): boolean => stands === "stranger" || name === "经办";

describe("the table", () => {
  const built = builtRoutes();
  it("names every page of the build and no other", () => expect(pages.map((p) => p.route).sort()).toEqual(built.pages));
  it("names every route handler of the build and no other", () => expect([...routes.map((r) => r.route), ...Object.keys(OPEN_ROUTES)].sort()).toEqual(built.routes));
  it("names every act of the build and no other", () => expect(acts.map((a) => a.act).sort()).toEqual([...builtActions().keys()].sort()));
  it("is published as it is", () => {
    const file = "docs/rights.md";
    if (process.env.WRITE_RIGHTS) writeFileSync(file, rightsSheet());
    expect(existsSync(file) && readFileSync(file, "utf8")).toBe(rightsSheet());
  });
});

describe("pages", () => {
  it.each(pages.map((right, page) => ({ ...right, page })))("$route", async ({ page, ...right }) => {
    const [from, before] = [faults.length, await asBefore()];
    await everybody(async (identity) => {
      const door = doors.get(identity) as Door;
      for (const [of, id] of casesFor(right, identity)) {
        const address = addressOf(right.route, of, id, right.rest);
        const want = await expectedOf(right, identity, id);
        await Promise.all(Object.entries(forms).filter(([form]) => asked(form, want, of, page, identity)).map(async ([form, ask]) => {
          const told = await ask(door, address);
          const wrong = deciding.includes(form) && told.answer !== want ? `${told.answer} (${told.status}), expected ${want}` : null;
          cell(`${identity.name} ${form} ${address} (${of})`, wrong ?? (told.answer === "broken" ? "broken" : leak(identity, told)));
        }));
      }
      if (tells(identity)) await Promise.all(["PUT", "PATCH", "DELETE", "OPTIONS"].map(async (method) => cell(`${identity.name} ${method} ${right.route}`, (await wrongMethod(door, addressOf(right.route, "own", "x"), method)).answer === "no-method" ? null : "not 405")));
    });
    expect([faults.slice(from), await asAfter()]).toEqual([[], before]);
  }, 120_000);

  it.each(pages.filter((p) => p.of))("$route of no real id is missing, not broken", async (right) => {
    const from = faults.length;
    for (const identity of town.identities.filter((i) => i.actor && Array.isArray(right.for) && right.for.includes(i.actor.role) && i.stands === "acting")) {
      const id = CROOKED[(pages.indexOf(right) + town.identities.indexOf(identity)) % CROOKED.length] ?? "";
      cell(`${identity.name} ${right.route} ${id}`, await isMissing(doors.get(identity) as Door, addressOf(right.route, "own", id, right.rest)));
    }
    expect(faults.slice(from)).toEqual([]);
  });
});

describe("files", () => {
  it("of no real id are missing, not broken", async () => {
    const from = faults.length;
    const office = town.identities.find((i) => i.name === "经办") as Identity;
    for (const { route, method } of routes.filter((r) => r.of)) for (const id of CROOKED) cell(`${route} ${id}`, await isMissing(doors.get(office) as Door, addressOf(route, "own", id), method));
    expect(faults.slice(from)).toEqual([]);
  });

  it.each(routes)("$route", async ({ route, method, may, of }) => {
    const [from, before] = [faults.length, await asBefore()];
    await everybody(async (identity) => {
      const { actor, stands } = identity;
      for (const [ownership, id] of cases(of)) {
        const told = await askRoute(doors.get(identity) as Door, addressOf(route, ownership, id), method);
        const known = actor && (!of || (await sees(actor, of, id)));
        const let_in = stands === "acting" && actor && known && may(actor);
        const turned = stands === "firstPassword" ? ["forbidden"] : actor ? ["forbidden", "missing"] : ["unsigned"];
        const right = let_in ? !["forbidden", "unsigned"].includes(told.answer) : turned.includes(told.answer);
        cell(`${identity.name} ${method} ${route} (${ownership})`, right ? leak(identity, told) : `${told.answer} (${told.status}), expected ${let_in ? "open" : turned.join(" or ")}`);
      }
      for (const wrong of tells(identity) ? ["PUT", "DELETE", method === "GET" ? "POST" : "GET"] : []) {
        const told = await wrongMethod(doors.get(identity) as Door, addressOf(route, "own", "x"), wrong);
        cell(`${identity.name} ${wrong} ${route}`, told.answer === "no-method" ? null : `${told.status} instead of 405`);
      }
    });
    expect([faults.slice(from), await asAfter()]).toEqual([[], before]);
  }, 60_000);
});

walkedThousands();
