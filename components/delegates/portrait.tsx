/** Stands where a photograph will be. */
export function Portrait() {
  return (
    <svg viewBox="0 0 72 96" role="img" aria-label="暂无照片" className="h-24 w-18 flex-none rounded-sm border border-line bg-sunken">
      <circle cx="36" cy="38" r="15" fill="#D6D0C8" /><path d="M6 96c0-22 13-34 30-34s30 12 30 34z" fill="#D6D0C8" />
    </svg>
  );
}
