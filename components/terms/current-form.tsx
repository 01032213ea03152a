import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { makeTermCurrent } from "@/lib/terms/actions";
import { fieldNames } from "@/lib/terms/labels";

/** Makes a term the present one; `from` is the one it takes over from, as this page saw it. */
export function CurrentForm({ termId, from }: { termId: string; from: string | null }) {
  return (
    <ActionForm action={makeTermCurrent} formKey={randomUUID()} submit="设为现任届次" id="current" labels={fieldNames} beside={<LinkButton href={`/manage/terms/${termId}`} variant="plain">返回</LinkButton>}>
      <input type="hidden" name="id" value={termId} />
      <input type="hidden" name="from" value={from ?? ""} />
    </ActionForm>
  );
}
