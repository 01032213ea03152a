"use client";
import { Checkbox } from "@/components/ui/choice";
import { useControl } from "@/components/ui/form-context";

/** The yes to two activities at once: where one was found, or has come up since the page was read. */
export function ClashConfirm({ found }: { found: boolean }) {
  const { errors } = useControl("confirm");
  return found || errors.length > 0 ? <Checkbox name="confirm" label="已知时间冲突，仍要参加" /> : null;
}
