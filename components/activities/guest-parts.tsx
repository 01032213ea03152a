import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Field, Input, Select } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import { addActivityGuest, removeActivityGuest } from "@/lib/activities/actions";
import type { Guest } from "@/lib/activities/guest-queries";
import { fieldNames, guestNames } from "@/lib/activities/labels";
import { displayName } from "@/lib/platform/chinese/name";

const act = { label: <span className="sr">操作</span>, key: "act", className: "no-print" };

/** People without an account who take part; where `removes`, each can be taken off. */
export function GuestTable({ guests, removes }: { guests: readonly Guest[]; removes: boolean }) {
  return (
    <Table caption="会外人员" columns={[{ label: "姓名", className: "who" }, { label: "类别" }, { label: "单位和职务" }, ...(removes ? [act] : [])]}>
      {guests.map((guest) => (
        <tr key={guest.id}>
          <th scope="row" className="who">{displayName(guest.name)}</th><td>{guestNames[guest.kind]}</td><td className="wide">{guest.organization ?? "—"}</td>
          {removes ? <td className="no-print"><ActionForm action={removeActivityGuest} formKey={randomUUID()} id={`remove-${guest.id}`} submit="删去" variant="danger" small className="[&_.send]:mt-0"><input type="hidden" name="id" value={guest.id} /><input type="hidden" name="name" value={guest.name} /></ActionForm></td> : null}
        </tr>
      ))}
    </Table>
  );
}

export function GuestForm({ activityId }: { activityId: string }) {
  return (
    <ActionForm action={addActivityGuest} formKey={randomUUID()} id="guest" submit="登记会外人员" labels={{ ...fieldNames, kind: "类别" }}>
      <input type="hidden" name="activityId" value={activityId} />
      <div className="fields">
        <Field name="name" label={fieldNames.name}><Input maxLength={40} autoComplete="off" /></Field>
        <Field name="kind" label="类别"><Select empty="请选择" options={Object.entries(guestNames).map(([value, label]) => ({ value, label }))} /></Field>
        <Field name="organization" label={fieldNames.organization} optional><Input maxLength={100} autoComplete="off" /></Field>
      </div>
    </ActionForm>
  );
}
