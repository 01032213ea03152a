import type { AccountActor } from "@/lib/platform/actor";
import type { SignedIn } from "@/lib/platform/session";
import { roleNames } from "./labels";

/** The frame of every page, all of it read with the session: names of the committee and its office, who is signed in, and which roles the account has. */
export function frameOf(actor: AccountActor, { account }: SignedIn) {
  const present = account.grants.find((grant) => grant.id === actor.grantId);
  const committee = present?.committee ?? { name: "", shortName: "", officeName: "" };
  const grants = account.grants.map((grant) => ({ id: grant.id, role: grant.role, name: roleNames[grant.role], scope: grant.unit?.name ?? grant.committee.shortName, current: grant.id === actor.grantId }));
  return { ...committee, grants, unit: present?.unit?.name ?? null, userName: actor.name, roleName: roleNames[actor.role] };
}
