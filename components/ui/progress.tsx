/** How far a job is, in numbers; one may leave the page meanwhile. */
export function Progress({ label, value, max, unit = "行" }: { label: string; value: number; max: number; unit?: string }) {
  return (
    <div role="group" aria-label={label}>
      <p className="num mb-1">{label}：{value.toLocaleString("en")} / {max.toLocaleString("en")} {unit}</p>
      <progress value={value} max={Math.max(max, 1)} aria-label={label} />
    </div>
  );
}
