/** A path of this site to return to, or "/" when the value could lead anywhere else. */
export function backPath(value: unknown): string {
  if (typeof value !== "string" || value.length > 2000) return "/";
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(value) && !value.includes("\\") ? value : "/";
}
