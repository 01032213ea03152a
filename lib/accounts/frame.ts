import type { AccountActor, Role } from "@/lib/platform/actor";
import type { SignedIn } from "@/lib/platform/session";
import { roleNames } from "./labels";

type Held = { id: string; role: Role; forName: string | null; unit: { name: string } | null; committee: { shortName: string } };

/** A grant of the own account in words; `forName` is whom it is held for. */
export const ownGrantOf = ({ id, role, forName, unit, committee }: Held, presentId: string) =>
  ({ id, role, name: roleNames[role], scope: unit?.name ?? committee.shortName, forName, current: id === presentId });

/** The frame of every page, all of it read with the session: names of the committee and its office, who is signed in, and which roles the account has. */
export function frameOf(actor: AccountActor, { account }: SignedIn) {
  const present = account.grants.find((grant) => grant.id === actor.grantId);
  const committee = present?.committee ?? { name: "", shortName: "", officeName: "" };
  return { ...committee, grants: account.grants.map((grant) => ownGrantOf(grant, actor.grantId)), unit: present?.unit?.name ?? null, userName: actor.name, roleName: roleNames[actor.role] };
}
