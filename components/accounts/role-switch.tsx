import { switchGrant } from "@/lib/accounts/actions";
import { OneButton } from "./one-button";

export type OwnGrant = { id: string; name: string; scope: string; forName: string | null; current: boolean };

/** What a grant is called, and what stands beside it: 选举单位联络员, 某街道; held for somebody else 代王某, 选举单位联络员 · 某街道. */
export const namesOf = ({ name, scope, forName }: OwnGrant): [name: string, beside: string] => (forName ? [`代${forName}`, `${name} · ${scope}`] : [name, scope]);

const inWords = (grant: OwnGrant): string => {
  const [name, beside] = namesOf(grant);
  return `${name}（${beside}）`;
};

/** One button for every other role of the account; nothing when there is no other. */
export function RoleSwitch({ grants }: { grants: readonly OwnGrant[] }) {
  const others = grants.filter((grant) => !grant.current);
  if (others.length === 0) return null;
  return (
    <div role="group" aria-label="切换身份">
      {others.map((grant) => <OneButton key={grant.id} action={switchGrant} label={`切换为${inWords(grant)}`} fields={{ grantId: grant.id }} bare />)}
    </div>
  );
}
