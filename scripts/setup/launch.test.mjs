import { expect, it } from "vitest";
import { signInLines } from "./launch.mjs";

it("prints the first sign-in of each role in the order of the file", () => {
  const account = (role, username) => ({ role, name: "某", username, password: "口令" });
  const lines = signInLines([account("甲", "a1"), account("乙", "b1"), account("甲", "a2")]);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain("a1");
  expect(lines[1]).toContain("b1");
});
