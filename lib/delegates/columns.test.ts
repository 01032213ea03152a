import { describe, expect, it } from "vitest";
import { columns, defaultColumns, readColumns } from "./columns";

describe("the columns an address asks for", () => {
  it("come in the order of the collection form, whatever the address says", () => {
    expect(readColumns("status,age,sex")).toEqual(["sex", "age", "status"]);
  });
  it("leave out what does not exist and what is named twice", () => {
    expect(readColumns("mobile,idNumber,mobile,__proto__")).toEqual(["mobile"]);
  });
  it.each([undefined, "", "nothing", ",,"])("are the usual ones for %j", (asked) => expect(readColumns(asked)).toEqual(defaultColumns));
  it("can all be asked for at once", () => expect(readColumns(columns.map((c) => c.key).join())).toHaveLength(columns.length));
  it("never hold a number in full", () => expect(columns.map((c) => c.name)).not.toContain("身份证号"));
});
