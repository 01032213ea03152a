/** A path of this site to return to, or "/" when the value could lead anywhere else. */
export function backPath(value: unknown): string {
  if (typeof value !== "string" || value.length > 2000) return "/";
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(value) && !value.includes("\\") ? value : "/";
}

/** The header in which our own proxy hands on the address that was asked for. */
export const ASKED = "x-asked-path";

/** Where somebody is led on to after signing in: the address asked for if it is one of this site and no door itself, else null. */
export function wayOn(value: unknown): string | null {
  const path = backPath(value);
  return path === "/" || /^\/(login|api)(?![\w-])/.test(path) ? null : path;
}

/** The way to sign in, which keeps where one wanted to go. */
export const toSignIn = (asked: unknown): string => {
  const on = wayOn(asked);
  return on ? `/login?to=${encodeURIComponent(on)}` : "/login";
};
