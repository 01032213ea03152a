import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, inWords, type Recorded } from "./in-words";
import { columnNames } from "./labels";

const event = (over: Partial<Recorded>): Recorded => ({
  seq: 42n, at: new Date("2026-11-23T00:30:00Z"), actorName: "沈文清", role: "OFFICE", verb: "delegate.edit", targetType: "Delegate", targetId: "d1", targetName: "丁岚",
  outcome: "DONE", changes: { mobile: ["100****4417", "100****0021"], name: ["丁岚", "丁兰"] }, reason: "丁岚本人来电更正", requestId: "r1", address: "10.0.0.1", ...over,
});

describe("inWords", () => {
  it("keeps names, values and reasons of business records from the auditor", () => {
    const row = inWords(event({}));
    expect(row).toMatchObject({ seq: "42", at: "2026-11-23 08:30", verbName: "修改代表资料", targetType: "代表", targetId: "d1", targetName: null, reason: null });
    expect(row.changes).toEqual([{ field: "手机", values: null }, { field: "姓名", values: null }]);
    for (const secret of ["丁岚", "丁兰", "4417", "0021"]) expect(JSON.stringify(row)).not.toContain(secret);
    for (const secret of ["丁岚", "丁兰", "4417", "0021"]) expect(csvLine(row)).not.toContain(secret);
  });

  it("shows them for accounts, grants and sessions", () => {
    const row = inWords(event({ verb: "grant.give", targetType: "Grant", targetName: "shenwenqing", changes: { role: [null, "部领导"] }, reason: null }));
    expect(row).toMatchObject({ verbName: "授予角色", targetName: "shenwenqing", changes: [{ field: "角色", values: { old: "无", now: "部领导" } }] });
  });

  it("says why something was refused, whatever it was about", () => {
    expect(inWords(event({ outcome: "REFUSED", changes: null, reason: "您没有权限。" }))).toMatchObject({ reason: "您没有权限。", targetName: null, changes: [] });
  });

  it("calls one field by the word of its own record", () => {
    const named = (targetType: string) => inWords(event({ targetType, changes: { name: ["甲", "乙"] } })).changes[0]?.field;
    expect([named("Delegate"), named("Unit"), named("Unheard")]).toEqual(["姓名", "名称", "name"]);
  });

  it("falls back to what was recorded", () => expect(inWords(event({ verb: "thing.do", targetType: "Thing", role: "NEW" }))).toMatchObject({ verbName: "thing.do", targetType: "Thing", roleName: "NEW" }));
});

describe("csvLine", () => {
  it("has a field per heading", () => expect(csvLine(inWords(event({ changes: null, reason: null }))).split(",")).toHaveLength(columnNames.length));

  it("gives no program a formula", () => {
    fc.assert(fc.property(fc.constantFrom("=", "+", "-", "@", "\t", "\r"), fc.string(), (sign, rest) => {
      const line = csvLine(inWords(event({ actorName: `${sign}${rest}`, targetType: "Account", targetName: `${sign}1`, changes: null, reason: `${sign}2` })));
      const cells = [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map((m) => (m[1] ?? "").replace(/^"/, ""));
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    }));
  });

  it("keeps an event on one line of the table", () => {
    expect(csvLine(inWords(event({ targetType: "Account", targetName: 'a"b\nc', changes: null })))).toContain('"a""b\nc"');
  });
});
