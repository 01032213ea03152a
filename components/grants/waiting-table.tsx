"use client";
import { useControl } from "@/components/ui/form-context";
import { Table } from "@/components/ui/table";
import type { Waiting } from "@/lib/grants/queries";

type Unit = { id: string; name: string; depth: number };
type Props = { rows: readonly Waiting[]; electing: readonly Unit[]; handling: readonly Unit[] };

const columns = [{ label: "姓名", className: "who" }, { label: "登录名" }, { label: "申请的角色" }, { label: "申请的党组织" }, { label: "授予范围" }, { label: "建立时间" }];

/** The unit of one account; what was chosen before a refusal stays. Proposed is the one that has the very name that was asked for. */
function UnitPick({ account, units }: { account: Waiting; units: readonly Unit[] }) {
  const { typed } = useControl("give");
  const value = (unit: Unit) => `${account.id} ${account.version} ${unit.id}`;
  const named = units.filter((unit) => unit.name === account.wantedUnit);
  const proposed = named.length === 1 && named[0] ? value(named[0]) : "";
  const chosen = typed === undefined ? proposed : ([typed].flat().find((one) => one.startsWith(account.id)) ?? "");
  return (
    <select name="give[]" key={chosen} defaultValue={chosen} className="input" aria-label={`${account.displayName}的授予范围`}>
      <option value="">暂不授予</option>
      {units.map((unit) => <option key={unit.id} value={value(unit)}>{"\u3000".repeat(unit.depth)}{unit.name}</option>)}
    </select>
  );
}

/** Who waits for a role, and the unit each may be given it in. */
export function WaitingTable({ rows, electing, handling }: Props) {
  return (
    <Table caption="等待授权的账号" columns={columns}>
      {rows.map((account) => (
        <tr key={account.id}>
          <th scope="row" className="who">{account.displayName}</th>
          <td className="num">{account.username}</td>
          <td>{account.role}</td>
          <td className="wide">{account.wantedUnit}</td>
          <td className="wide">
            <UnitPick account={account} units={account.wantedRole === "HANDLING_UNIT" ? handling : electing} />
          </td>
          <td className="num">{account.since}</td>
        </tr>
      ))}
    </Table>
  );
}
