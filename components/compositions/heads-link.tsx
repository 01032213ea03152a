import type { Value } from "@/lib/compositions/tables";
import type { Place } from "@/lib/compositions/links";
import type { Figure } from "@/lib/compositions/figures";

export type LinkTo = (figure: Pick<Figure, "filters">, place?: Place) => string;

/** A number of people that leads to exactly these people; nobody leads nowhere. A plain link: tables hold hundreds. */
export function HeadsLink({ value, place, linkTo, name }: { value: Value; place?: Place; linkTo: LinkTo; name?: string }) {
  if (!value.figure) return <>{value.text}</>;
  if (!value.number) return <span className="muted">{value.text}</span>;
  return <a href={linkTo(value.figure, place)} aria-label={name ? `${name} ${value.text} 人，看名单` : undefined}>{value.text}</a>;
}
