import type { ReactNode } from "react";

export type Tone = "plain" | "green" | "amber" | "danger" | "blue" | "red";

/** A state in a word. `mark` puts ● ▲ ■ before it, so that colour is never the only sign; leave it off for plain categories. */
export function Tag({ tone = "plain", mark = tone !== "plain", children }: { tone?: Tone; mark?: boolean; children: ReactNode }) {
  return <span className={`tag${tone === "plain" ? "" : ` ${tone}`}${mark ? " mark" : ""}`}>{children}</span>;
}
