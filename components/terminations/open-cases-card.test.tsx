import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { terminationFilters } from "@/lib/terminations/schema";
import { OpenCasesCard } from "./open-cases-card";

const waiting = [{ state: "PROPOSED" as const, cases: 2 }, { state: "DECIDED_YES" as const, cases: 1 }];

describe("OpenCasesCard", () => {
  it("leads from each number to the list of that state", () => {
    const html = renderToStaticMarkup(<OpenCasesCard waiting={waiting} acts />);
    const links = [...html.matchAll(/href="[^"?]*\?([^"]*)"[^>]*>(\d+) 件/g)].map(([, query, cases]) => ({ state: terminationFilters.parse(Object.fromEntries(new URLSearchParams(query))).state, cases: Number(cases) }));
    expect(links).toEqual(waiting);
    expect(html).toContain("3 件资格终止等待办理");
  });
  it("says so when none waits, and leaves a state without cases out", () => {
    const empty = waiting.map((w) => ({ ...w, cases: 0 }));
    expect(renderToStaticMarkup(<OpenCasesCard waiting={empty} acts={false} />)).toContain("本单位没有办理中的资格终止");
    expect(renderToStaticMarkup(<OpenCasesCard waiting={[...waiting.slice(0, 1), ...empty.slice(1)]} acts={false} />)).not.toContain("DECIDED_YES");
  });
});
