"use client";
import { useId, useRef, type ReactNode } from "react";
import { buttonClass, type Variant } from "./button";

type Props = { href: string; label: ReactNode; title: string; children: ReactNode; variant?: Variant; small?: boolean };

/** A link to a page that opens as a native dialog where the browser can: without scripts or `<dialog>` it is just the link. */
export function DialogLink({ href, label, title, children, variant, small }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const close = () => dialog.current?.close();
  return (
    <>
      <a href={href} className={buttonClass({ variant, small })} onClick={(event) => {
        if (typeof dialog.current?.showModal !== "function") return;
        event.preventDefault();
        dialog.current.showModal();
      }}>{label}</a>
      <dialog ref={dialog} aria-labelledby={heading}>
        <header><h2 id={heading}>{title}</h2><button type="button" className="btn plain small" onClick={close}>关闭</button></header>
        <div>{children}</div>
      </dialog>
    </>
  );
}
