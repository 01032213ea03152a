import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { closeActivity, holdActivity } from "@/lib/attendances/actions";
import { fieldNames } from "@/lib/attendances/labels";

type At = { id: string; version: number };

/** Enters that the activity took place. */
export function HoldForm({ of }: { of: At }) {
  return (
    <Card title="登记已举行">
      <p className="mb-3 text-ink-2">最后一场已经结束。登记后开始计确认出席名单的期限，活动不能再取消；没有答复的记为逾期未答复。</p>
      <ActionForm action={holdActivity} formKey={randomUUID()} submit="登记已举行" id="hold" version={of.version}><input type="hidden" name="id" value={of.id} /></ActionForm>
    </Card>
  );
}

/** Confirms the list, after who will be absent was shown. */
export function CloseForm({ of, open, back }: { of: At; open: number; back: string }) {
  return (
    <Card title="确认出席名单">
      <p className="mb-4 text-ink-2">{open > 0 ? `下面 ${open} 场次没有登记，确认后为缺席。` : "全部场次都已登记，没有人缺席。"}确认后写下每人的学时，到会的记入履职台账；此后只有部领导能写明理由更正。</p>
      <ActionForm action={closeActivity} formKey={randomUUID()} submit="确认出席名单" id="close" version={of.version} labels={fieldNames} beside={<LinkButton href={back} variant="plain">返回</LinkButton>}>
        <input type="hidden" name="id" value={of.id} /><input type="hidden" name="open" value={open} />
        <Checkbox name="confirm" label="已与签到情况核对，缺席名单无误" />
      </ActionForm>
    </Card>
  );
}
