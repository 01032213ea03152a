import { test } from "@playwright/test";
import { furnish, parts } from "../support/furnish";

test.describe.configure({ mode: "parallel", timeout: 120_000 });

for (const part of Object.keys(parts)) {
  test(`made for the look: ${part}`, ({ browser }, info) => furnish(part, browser, info.project.use.baseURL ?? ""));
}
