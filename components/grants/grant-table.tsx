import { ActionForm } from "@/components/ui/action-form";
import { Confirm } from "@/components/ui/confirm";
import { Table } from "@/components/ui/table";
import { takeGrant } from "@/lib/grants/actions";
import type { Holder } from "@/lib/grants/queries";

type Props = { holder: Holder; mayTake: boolean; keys: Record<string, string> };

export function GrantTable({ holder, mayTake, keys }: Props) {
  const columns = [{ label: "角色", className: "who" }, { label: "范围" }, { label: "授予时间" }, ...(mayTake ? [{ label: "操作", key: "take" }] : [])];
  return (
    <Table caption={`${holder.displayName}的角色`} columns={columns}>
      {holder.grants.map((grant) => (
        <tr key={grant.id}>
          <th scope="row" className="who">{grant.name}</th>
          <td className="wide">{grant.scope}</td>
          <td className="num">{grant.since}</td>
          {mayTake ? (
            <td className="wide">
              <Confirm label="收回" title={`收回“${grant.name}”`} text="收回后，这个账号立即退出全部登录。">
                <ActionForm action={takeGrant} formKey={keys[grant.id] ?? ""} submit="收回角色" id={`take-${grant.id}`} version={holder.version} variant="danger">
                  <input type="hidden" name="accountId" value={holder.id} /><input type="hidden" name="grantId" value={grant.id} />
                </ActionForm>
              </Confirm>
            </td>
          ) : null}
        </tr>
      ))}
    </Table>
  );
}
