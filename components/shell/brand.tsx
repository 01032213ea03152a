import Link from "next/link";
import { Seal } from "./seal";

export const PRODUCT = "党代表履职服务平台";

export function Brand({ href, relief }: { href: string; relief?: boolean }) {
  return <Link href={href} prefetch={false} className="brand"><Seal relief={relief} />{PRODUCT}</Link>;
}
