"use client";
import { useEffect, useRef, useState, type ReactNode } from "react";

type Props = { name: string; unit: string; total: number; allName?: string; children: ReactNode };

/**
 * Stands inside the form that holds the table. Counts the ticked boxes called `name`, offers all `total` that match
 * (sent as `allName`=1), and shows its buttons; without scripts the buttons are simply always there.
 */
export function BatchBar({ name, unit, total, allName = "all", children }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(0);
  const [all, setAll] = useState(false);
  useEffect(() => {
    const form = bar.current?.closest("form");
    if (!form) return undefined;
    const recount = () => {
      const boxes = [...form.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${name}"]`)];
      for (const box of boxes) box.closest("tr")?.classList.toggle("picked", box.checked);
      setCount(boxes.filter((box) => box.checked).length);
      setAll(false);
    };
    recount();
    form.addEventListener("change", recount);
    form.addEventListener("reset", recount);
    return () => {
      form.removeEventListener("change", recount);
      form.removeEventListener("reset", recount);
    };
  }, [name]);
  return (
    <div className={count ? "batch no-print" : "batch none no-print"} ref={bar}>
      <noscript><style>{".batch.none { display: flex }"}</style></noscript>
      {count ? <b role="status">已选 <span className="num">{all ? total : count}</span> {unit}</b> : null}
      {count > 0 && count < total && !all ? <button type="button" className="btn plain small" onClick={() => setAll(true)}>选中符合条件的全部 {total} {unit}</button> : null}
      {all ? <input type="hidden" name={allName} value="1" /> : null}
      {children}
    </div>
  );
}

/** The box in the head of the first column: ticks every row of this page. The change reaches the bar by itself. */
export function PickAll({ name }: { name: string }) {
  const pick = (box: HTMLInputElement) => {
    const boxes = box.form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [];
    for (const one of boxes) one.checked = box.checked;
  };
  return <input type="checkbox" aria-label="全选本页" onChange={(event) => pick(event.currentTarget)} />;
}
