import { Icon } from "./icon";

/** Where one is in a task of several steps; `current` counts from 1 and is past the last when all are done. A task that was `stopped` ended there. */
export function Steps({ items, current, stopped = false }: { items: readonly string[]; current: number; stopped?: boolean }) {
  const look = (step: number) => (step < current ? "past" : step === current && stopped ? "stopped" : undefined);
  return (
    <ol className="stepline" aria-label="步骤">
      {items.map((label, i) => (
        <li key={label} className={look(i + 1)} aria-current={i + 1 === current ? "step" : undefined}>
          <i aria-hidden="true">{i + 1 < current ? <Icon name="check" /> : i + 1}</i><span>{label}{look(i + 1) === "stopped" ? "，停在这一步" : null}</span>{i + 1 < current ? <span className="sr">，已完成</span> : null}
        </li>
      ))}
    </ol>
  );
}
