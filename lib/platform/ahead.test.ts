import { expect, it } from "vitest";
import { ahead, breathe } from "./ahead";

const slow = async (n: number, log: string[]) => {
  log.push(`begin ${n}`);
  await breathe(0);
  log.push(`end ${n}`);
  return n * 10;
};

it("yields all in order and nothing for nothing", async () => {
  const seen: number[] = [];
  for await (const n of ahead([1, 2, 3], (n) => slow(n, []))) seen.push(n);
  for await (const n of ahead([], (n: number) => slow(n, []))) seen.push(n);
  expect(seen).toEqual([10, 20, 30]);
});

it("begins the next before the present one is used, and no more", async () => {
  const log: string[] = [];
  for await (const n of ahead([1, 2, 3], (n) => slow(n, log))) log.push(`use ${n}`);
  expect(log.slice(0, 4)).toEqual(["begin 1", "end 1", "begin 2", "use 10"]);
  expect(log.indexOf("begin 3")).toBeGreaterThan(log.indexOf("use 10"));
});

it("passes a failure on when its turn comes, and drops that of one nobody asks for", async () => {
  const failing = async (n: number) => {
    await breathe(0);
    if (n === 2) throw new Error("two");
    return n;
  };
  const seen: number[] = [];
  await expect(async () => { for await (const n of ahead([1, 2, 3], failing)) seen.push(n); }).rejects.toThrow("two");
  for await (const n of ahead([1, 2], failing)) if (n === 1) break;
  await breathe(0);
  expect(seen).toEqual([1]);
});
