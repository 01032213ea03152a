"use client";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { v4 as newKey } from "uuid";
import * as drafts from "@/components/drafts/store";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { logDuty } from "@/lib/duties/actions";
import { typedIn, type ActionState } from "@/lib/platform/action-state";

const WAIT = 500;

type Props = { account: string; kind: string; formKey: string; clientKey: string; labels: Record<string, string>; restores: boolean; children: ReactNode };

/** What stands in the form, under the key the server knows it by. */
function draftIn(form: HTMLFormElement | FormData): Omit<drafts.Draft, "state"> {
  const values = typedIn(form instanceof FormData ? form : new FormData(form));
  return { key: String(values.clientKey), kind: String(values.kind), at: new Date().toISOString(), values };
}

/** Puts what was typed before back into the fields. */
function fill(form: HTMLFormElement, values: drafts.Values): void {
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input:not([type=hidden]), textarea")) {
    const value = values[control.name.replace("[]", "")];
    if (control.type === "checkbox") (control as HTMLInputElement).checked = value !== undefined && [value].flat().includes(control.value);
    else if (typeof value === "string") control.value = value;
  }
}

/**
 * The form of a new record on the phone. What is typed is kept on the device until it is sent; without a network it
 * waits there for the next one, and the form is empty again for another record.
 */
export function LogForm({ account, kind, labels, restores, children, ...given }: Props) {
  const [keys, setKeys] = useState({ formKey: given.formKey, clientKey: given.clientKey });
  const [found, setFound] = useState<drafts.Draft | null>(null);
  const inside = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const form = inside.current?.form;
    if (!form || !drafts.canKeep()) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const typed = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void drafts.keep(account, { ...draftIn(form), state: "typing" }), WAIT);
    };
    form.addEventListener("input", typed);
    const stop = () => clearTimeout(waiting);
    form.addEventListener("submit", stop);
    if (restores) void drafts.list(account).then((all) => {
      const last = all.filter((d) => d.kind === kind && d.state !== "queued").at(-1);
      if (!last) return;
      fill(form, last.values);
      setKeys((now) => ({ ...now, clientKey: last.key }));
      setFound(last);
    });
    return () => {
      stop();
      form.removeEventListener("input", typed);
      form.removeEventListener("submit", stop);
    };
  }, [account, kind, restores]);

  const again = () => setKeys({ formKey: newKey(), clientKey: newKey() });

  const unsent = async (form: FormData): Promise<ActionState | null> => {
    if (!drafts.canKeep()) return null;
    await drafts.keep(account, { ...draftIn(form), state: "queued" });
    window.dispatchEvent(new Event("drafts"));
    setFound(null);
    again();
    return { status: "done", message: "没有网络。这一条已存在本机，联网后自动送出；还可以接着记下一条。" };
  };

  const clear = () => {
    const form = inside.current?.form;
    void drafts.drop(keys.clientKey);
    form?.reset();
    setFound(null);
    again();
  };

  return (
    <ActionForm key="log" action={logDuty} formKey={keys.formKey} submit="提交审核" id="duty" labels={labels} beside={<Button name="then" value="draft">存草稿</Button>} unsent={unsent} sent={() => void drafts.drop(keys.clientKey)}>
      {found ? <div className="notice info" role="status"><b>{found.why ?? "已恢复上次没有提交的内容。"}</b><p className="mt-2"><Button type="button" small onClick={clear}>清空重填</Button></p></div> : null}
      <input type="hidden" name="kind" value={kind} ref={inside} />
      <input type="hidden" name="clientKey" value={keys.clientKey} />
      {children}
    </ActionForm>
  );
}
