import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Table } from "@/components/ui/table";
import { removeView } from "@/lib/saved-views/actions";
import type { View } from "@/lib/saved-views/queries";

const columns = [{ label: "视图", className: "who" }, { label: "条件", className: "wide" }, { label: "共用" }, { label: "保存人" }, { label: "办理" }];

/** The views of a list with what they ask, to be opened or deleted. */
export function ViewTable({ path, views }: { path: string; views: readonly (View & { conditions: string })[] }) {
  return (
    <Card title="已保存的视图" aside={`${views.length} 个`} bare id="views">
      {views.length === 0 ? <Empty title="还没有保存过视图" why="保存后，在花名册上方一点即可打开。" /> : (
        <Table caption="已保存的视图" columns={columns}>
          {views.map((view) => (
            <tr key={view.id}>
              <th scope="row" className="who"><Link prefetch={false} href={`${path}${view.query && `?${view.query}`}`}>{view.name}</Link></th>
              <td className="wide">{view.conditions}</td><td>{view.shared ? "组织部共用" : "仅本人"}</td><td>{view.accountName}</td>
              <td>{view.removable ? <ActionForm action={removeView} formKey={randomUUID()} id={`remove-${view.id}`} submit="删除" version={view.version} variant="danger" small className="[&_.send]:mt-0"><input type="hidden" name="id" value={view.id} /></ActionForm> : null}</td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}
