// Rule: who works for a unit because he belongs to it (a liaison, a handling unit's clerk) does so no longer once he was
// moved to another unit or his mandate ended there. "Not filled in" is the committee's own root and no unit one leaves.
import type { Role } from "@/prisma/client/enums";

/** The roles that hang on a unit. */
export const UNIT_ROLES = ["UNIT_LIAISON", "HANDLING_UNIT"] as const satisfies readonly Role[];

type Place = { path: string; parentId: string | null };

/** Whether a grant at `path` ends when its holder leaves `from`, for `to` or, where that is null, for good. What lies in the new unit stays. */
export function endsWithLeaving(path: string, from: Place, to: Place | null): boolean {
  if (!path.startsWith(from.path)) return false;
  return to === null || (from.parentId !== null && !path.startsWith(to.path));
}
