import { Button } from "@/components/ui/button";

type Row = { id: string; name: string; position: number };

/** Up and down for one row of an OrderForm; the ends have nowhere further to go. */
export function OrderButtons({ row, first, last }: { row: Row; first: boolean; last: boolean }) {
  return (
    <span className="inline-flex gap-1">
      <Button small variant="plain" name="move" value={`${row.id}:up:${row.position}`} disabled={first} aria-label={`上移 ${row.name}`}>上移</Button>
      <Button small variant="plain" name="move" value={`${row.id}:down:${row.position}`} disabled={last} aria-label={`下移 ${row.name}`}>下移</Button>
    </span>
  );
}
