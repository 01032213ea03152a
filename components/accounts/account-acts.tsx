import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { disableAccount, enableAccount, endSessions } from "@/lib/accounts/actions";
import type { AccountEvent } from "@/lib/accounts/flow";
import { eventNames } from "@/lib/accounts/labels";

type Props = { id: string; version: number; open: readonly AccountEvent[]; keys: Record<AccountEvent, string> };

/** One button for each thing that can be done with the account now. */
export function AccountActs({ id, version, open, keys }: Props) {
  const draw: Record<AccountEvent, () => ReactNode> = {
    resetPassword: () => <LinkButton href={`/system/accounts/${id}/password`}>{eventNames.resetPassword}</LinkButton>,
    endSessions: () => (
      <Confirm label={eventNames.endSessions} title="结束这个账号的全部登录" variant="default" text="本人须重新登录，正在填写而未提交的内容会丢失。">
        <ActionForm action={endSessions} formKey={keys.endSessions} submit={eventNames.endSessions} id="end-sessions" version={version} variant="default"><input type="hidden" name="id" value={id} /></ActionForm>
      </Confirm>
    ),
    disable: () => (
      <Confirm label={eventNames.disable} title="停用这个账号" text="停用后立即退出全部登录，不能再登录；资料和操作记录保留，可以恢复使用。">
        <ActionForm action={disableAccount} formKey={keys.disable} submit={eventNames.disable} id="disable" version={version} variant="danger"><input type="hidden" name="id" value={id} /></ActionForm>
      </Confirm>
    ),
    enable: () => (
      <ActionForm action={enableAccount} formKey={keys.enable} submit={eventNames.enable} id="enable" version={version}><input type="hidden" name="id" value={id} /></ActionForm>
    ),
  };
  return <div className="flex flex-wrap items-start gap-3">{open.map((event) => <div key={event}>{draw[event]()}</div>)}</div>;
}
