import type { ReactNode } from "react";

/** The line on top of a list: how many on the left, orders and list tools on the right. */
export function ListBar({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return <div className="listbar"><div>{children}</div>{aside}</div>;
}
