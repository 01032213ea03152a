/** Where one is in a task of several steps; `current` counts from 1. */
export function Steps({ items, current }: { items: readonly string[]; current: number }) {
  return (
    <ol className="stepline" aria-label="步骤">
      {items.map((label, i) => (
        <li key={label} className={i + 1 < current ? "past" : undefined} aria-current={i + 1 === current ? "step" : undefined}>
          <i aria-hidden="true">{i + 1}</i><span>{label}</span>{i + 1 < current ? <span className="sr">，已完成</span> : null}
        </li>
      ))}
    </ol>
  );
}
