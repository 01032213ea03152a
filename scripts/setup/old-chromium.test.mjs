import { expect, it } from "vitest";
import { isGenuine } from "./old-chromium.mjs";

it("tells the genuine package by its digest", () => {
  const known = "MJ7MSJwS1utMxA9QyQLytNDtd+5RGnx6m808qG1M2G+YndNbxf9JlnDaNCVbRbDP2DDoH2Bdz33FVC6TrpzXbw==";
  expect(isGenuine(Buffer.from("hello world"), known)).toBe(true);
  expect(isGenuine(Buffer.from("hello worlt"), known)).toBe(false);
  expect(isGenuine(Buffer.from("hello world"))).toBe(false);
});
