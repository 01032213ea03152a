import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

export type Variant = "primary" | "default" | "plain" | "danger";
type Look = { variant?: Variant; small?: boolean; wide?: boolean; className?: string };

export const buttonClass = ({ variant = "default", small, wide, className }: Look) =>
  ["btn", variant !== "default" && variant, small && "small", wide && "wide", className].filter(Boolean).join(" ");

/** Submits its form unless `type` says otherwise. One primary a page, named by verb and object. */
export function Button({ variant, small, wide, className, ...rest }: Look & ComponentProps<"button">) {
  return <button {...rest} className={buttonClass({ variant, small, wide, className })} />;
}

/** Looks like a button, goes somewhere. `download` makes it a plain link: files are not routes. */
export function LinkButton({ href, variant, small, wide, className, download, children }: Look & { href: string; download?: boolean; children: ReactNode }) {
  const look = buttonClass({ variant, small, wide, className });
  if (download) return <a href={href} download className={look}>{children}</a>;
  return <Link href={href} prefetch={false} className={look}>{children}</Link>;
}
