import { switchGrant } from "@/lib/accounts/actions";
import { OneButton } from "./one-button";

export type OwnGrant = { id: string; name: string; scope: string; current: boolean };

/** One button for every other role of the account; nothing when there is no other. */
export function RoleSwitch({ grants }: { grants: readonly OwnGrant[] }) {
  const others = grants.filter((grant) => !grant.current);
  if (others.length === 0) return null;
  return (
    <div role="group" aria-label="切换身份">
      {others.map((grant) => <OneButton key={grant.id} action={switchGrant} label={`切换为${grant.name}（${grant.scope}）`} fields={{ grantId: grant.id }} bare />)}
    </div>
  );
}
