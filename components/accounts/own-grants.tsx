import { Tag } from "@/components/ui/tag";
import { switchGrant } from "@/lib/accounts/actions";
import { OneButton } from "./one-button";
import { namesOf, type OwnGrant } from "./role-switch";

/** Every role of the own account; the others can be turned to. */
export function OwnGrants({ grants }: { grants: readonly OwnGrant[] }) {
  return (
    <ul>
      {grants.map((grant) => (
        <li key={grant.id} className="flex flex-wrap items-center gap-3 py-2">
          <span><b className="font-semibold">{namesOf(grant)[0]}</b><span className="ml-2 text-ink-3">{namesOf(grant)[1]}</span></span>
          {grant.current ? <Tag tone="green">当前</Tag> : <OneButton action={switchGrant} label="切换到这个身份" fields={{ grantId: grant.id }} small />}
        </li>
      ))}
    </ul>
  );
}
