import type { ReactNode } from "react";

/** A value shown with its middle hidden; `reveal` is the way to see it whole, where the reader has one. */
export function Masked({ value, reveal }: { value: string; reveal?: ReactNode }) {
  return <span className="inline-flex flex-wrap items-center gap-2"><span className="num" title="部分内容已隐去">{value}<span className="sr">，部分内容已隐去</span></span>{reveal}</span>;
}
