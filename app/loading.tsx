/** The shape of a list page, shown only when the wait is long enough to be seen. */
export default function Loading() {
  return (
    <div className="page" role="status" aria-label="正在打开">
      <div className="bone h-8 w-48" />
      <div className="bone mt-4 h-24" />
      <div className="bone mt-3 h-96" />
    </div>
  );
}
