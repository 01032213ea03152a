"use client";
import { useRef, useState, type DragEvent } from "react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import type { OrderRow } from "@/lib/delegates/order-queries";
import { displayName } from "@/lib/platform/chinese/name";

type Props = { rows: readonly OrderRow[]; total: number; path: string };

const columns = [{ label: "位次", align: "right" as const }, { label: "姓名", className: "who" }, { label: "代表团" }, { label: "工作单位及职务", className: "wide" }, { label: "移动" }];

/** One page of the manual order inside an OrderForm: buttons work everywhere, with scripts a row can be dragged as well. */
export function OrderTable({ rows, total, path }: Props) {
  const [dragged, setDragged] = useState<OrderRow | null>(null);
  const sent = useRef<HTMLButtonElement>(null);
  const drop = (event: DragEvent, on: OrderRow) => {
    event.preventDefault();
    if (!dragged || !sent.current || dragged.id === on.id) return;
    sent.current.value = `${dragged.id}:${dragged.place}:${on.place}`;
    sent.current.form?.requestSubmit(sent.current);
  };
  return (
    <>
      <button ref={sent} name="move" hidden tabIndex={-1} />
      <Table caption="自定次序" columns={columns}>
        {rows.map((row) => (
          <tr key={row.id} draggable className={dragged?.id === row.id ? "picked cursor-move" : "cursor-move"} onDragStart={() => setDragged(row)} onDragEnd={() => setDragged(null)} onDragOver={(event) => event.preventDefault()} onDrop={(event) => drop(event, row)}>
            <td className="r num">{row.place}</td>
            <th scope="row" className="who">{displayName(row.name)}</th>
            <td>{row.delegation}</td>
            <td className="wide">{row.job}</td>
            <td>
              <span className="inline-flex items-center gap-1">
                <Button small variant="plain" name="move" value={`${row.id}:${row.place}:${row.place - 1}`} disabled={row.place === 1} aria-label={`上移 ${row.name}`}>上移</Button>
                <Button small variant="plain" name="move" value={`${row.id}:${row.place}:${row.place + 1}`} disabled={row.place === total} aria-label={`下移 ${row.name}`}>下移</Button>
                <Link className="btn plain small" prefetch={false} href={`${path}at=${row.id}#place`} aria-label={`把 ${row.name} 移到`}>移到</Link>
              </span>
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}
