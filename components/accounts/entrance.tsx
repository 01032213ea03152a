import type { ReactNode } from "react";
import { PRODUCT } from "@/components/shell/brand";
import { Seal } from "@/components/shell/seal";
import { SecrecyLine, Size, SkipLink } from "@/components/shell/frame-parts";

/** The way in: the seal, the name, one sheet of paper and what every entrance says. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="public flex flex-col">
      <SkipLink />
      <div className="tools justify-end px-4"><Size /></div>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-md flex-1 px-4 pt-4 pb-8 md:pt-12">
        <div className="entrance mb-6 flex items-center gap-3"><Seal /><p className="serif text-xl">{PRODUCT}</p></div>
        <div className="card"><div className="body px-6 py-6"><h1 className="mb-4 text-2xl">{title}</h1>{children}</div></div>
        <footer><SecrecyLine /><p>连续 30 分钟不操作，或登录满 12 小时，须重新登录。</p></footer>
      </main>
    </div>
  );
}
