import { beforeEach, describe, expect, it } from "vitest";
import { listOrder } from "@/lib/delegates/order-queries";
import { place, resort } from "@/lib/delegates/order-service";
import { delegateFilters } from "@/lib/delegates/filters";
import { getRosterFrame, listDelegates } from "@/lib/delegates/queries";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { actorOf, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";
import { enter, filled, newHouse, type House } from "../support/roster";

let house: House;
let ids: string[];

beforeEach(async () => {
  house = await newHouse();
  const person = (name: string, delegationId: string) => ({ values: filled({ name, delegationId }), unitId: house.units.yunfan });
  const { cloud, north } = house.delegations;
  ids = await enter(house, [person("王秀英", cloud), person("于洋", north), person("丁岚", cloud), person("万里", cloud)]);
});

const names = async (delegation?: string) => (await listOrder(house.office, { termId: house.termId, delegation }, 1)).rows.map((row) => row.name);
const put = (id: string, seen: number, to: number, delegation?: string, actor = house.office) => place(actor, { termId: house.termId, delegation }, { id, seen, to });

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(house.id, "Delegate");
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(house.id, "Delegate")).toBe(before);
  return thrown as Refusal;
}

describe("the manual order", () => {
  it("moves one to a place, and the roster shows it so", async () => {
    await put(ids[3]!, 4, 1);
    expect(await names()).toEqual(["万里", "王秀英", "于洋", "丁岚"]);
    const frame = (await getRosterFrame(house.office))!;
    expect((await listDelegates(house.office, delegateFilters.parse({ order: "manual" }), frame)).rows.map((row) => row.name)).toEqual(await names());
    await put(ids[3]!, 1, 3);
    expect(await names()).toEqual(["王秀英", "于洋", "万里", "丁岚"]);
  });

  it("of one delegation leaves the others where they stand", async () => {
    await put(ids[3]!, 3, 1, house.delegations.cloud);
    expect(await names(house.delegations.cloud)).toEqual(["万里", "王秀英", "丁岚"]);
    expect(await names()).toEqual(["万里", "于洋", "王秀英", "丁岚"]);
  });

  it("is sorted out first where two share a place", async () => {
    await ownerQuery(`UPDATE "Delegate" SET "sortOrder" = 1 WHERE "committeeId" = $1`, [house.id]);
    const before = await names();
    await put((await listOrder(house.office, { termId: house.termId }, 1)).rows[3]!.id, 4, 2);
    expect(await names()).toEqual([before[0], before[3], before[1], before[2]]);
  });

  it("is put into the order of strokes, all or one delegation", async () => {
    await resort(house.office, { termId: house.termId, delegation: house.delegations.cloud }, "stroke");
    expect(await names()).toEqual(["丁岚", "于洋", "万里", "王秀英"]);
    await resort(house.office, { termId: house.termId }, "stroke");
    expect(await names()).toEqual(["丁岚", "于洋", "万里", "王秀英"]);
  });

  it("two move at once: nobody is lost and no place is doubled", async () => {
    const sent = await Promise.allSettled([put(ids[3]!, 4, 1), put(ids[0]!, 1, 4), put(ids[2]!, 3, 2)]);
    expect(sent.some((one) => one.status === "fulfilled")).toBe(true);
    const orders = await ownerQuery<{ n: number }>(`SELECT DISTINCT "sortOrder" AS n FROM "Delegate" WHERE "committeeId" = $1`, [house.id]);
    expect([orders.length, [...(await names())].sort()]).toEqual([4, ["万里", "丁岚", "于洋", "王秀英"].sort()]);
  });

  it("refuses an order that changed, a place that is none, strangers, and who does not keep the roster", async () => {
    await put(ids[3]!, 4, 1);
    expect((await refused(() => put(ids[0]!, 1, 2))).message).toContain("他人调整过");
    expect((await refused(() => put(ids[0]!, 2, 5))).fields.to?.join()).toContain("1 至 4");
    await refused(() => put(ids[1]!, 1, 2, house.delegations.cloud));
    const other = await newHouse();
    await refused(() => place(other.office, { termId: house.termId }, { id: ids[0]!, seen: 2, to: 1 }), NotFound);
    for (const actor of [house.liaison, house.leader]) await refused(() => put(ids[0]!, 2, 1, undefined, actor), Forbidden);
    await refused(() => put(ids[0]!, 2, 1, undefined, actorOf("DELEGATE", house.id)), NotFound);
  });
});
