import type { Place } from "@/lib/compositions/links";
import type { Figure } from "@/lib/compositions/figures";

export type LinkTo = (figure: Pick<Figure, "filters">, place?: Place) => string;

/** A number of people that leads to exactly these people; nobody leads nowhere, and neither does what has no address. A plain link: tables hold hundreds. */
export function HeadsLink({ text, href, name }: { text: string; href?: string; name?: string }) {
  if (href === undefined) return <>{text}</>;
  if (text === "0") return <span className="muted">{text}</span>;
  return <a href={href} aria-label={name ? `${name} ${text} 人，看名单` : undefined}>{text}</a>;
}
