import { expect, it } from "vitest";
import { rowsJson } from "./rows";

const read = (rows: object[]) => JSON.parse(rowsJson(rows)) as unknown;

it("keeps every value, dates as instants", () =>
  expect(read([{ a: "李", b: null, c: ["x"], d: new Date("2021-12-08T00:00:00Z"), e: 1 }])).toEqual([{ a: "李", b: null, c: ["x"], d: "2021-12-08T00:00:00.000Z", e: 1 }]));

it("replaces what PostgreSQL keeps in no text", () => expect(read([{ a: "x\u0000y", b: "\ud842", c: "\ud842\udfb7" }])).toEqual([{ a: "x\ufffdy", b: "\ufffd", c: "𠮷" }]));

it("takes a written backslash as it is", () => expect(read([{ a: "\\n" }])).toEqual([{ a: "\\n" }]));
