"use client";
import { useActionState, useEffect, useRef, type ReactNode } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { Describe } from "@/components/ui/describe";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormContext } from "@/components/ui/form-context";
import { Notice } from "@/components/ui/notice";
import { idle, type FormAction } from "@/lib/platform/action-state";

type Props = { action: FormAction; submit: string; done: string; labels?: Record<string, string>; fields?: Record<string, string>; back?: { href: string; label: string }; children?: ReactNode };

const LIST = { href: "/system/accounts", label: "返回账号列表" };

function Issued({ done, answer, back }: { done: string; answer: string; back: { href: string; label: string } }) {
  const [username, password] = answer.split(" ");
  return (
    <>
      <Notice tone="done" title={done}>请当面或电话告知本人。离开本页后不能再次查看，遗失时请重新重置。</Notice>
      <div className="my-4"><Describe items={[
        { term: "登录名", value: <span className="num">{username}</span> },
        { term: "初始口令", value: <b className="num text-2xl select-all">{password}</b> },
        { term: "有效期", value: "24 小时，首次登录须修改" },
      ]} /></div>
      <LinkButton href={back.href}>{back.label}</LinkButton>
    </>
  );
}

/** A form whose answer is a first password: shown once in place of the form, kept nowhere. */
export function IssueForm({ action, submit, done, labels = {}, fields = {}, back = LIST, children }: Props) {
  const [state, send, pending] = useActionState(action, idle);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => answer.current?.focus(), [state]);
  if (state.status === "done") return <div role="status" tabIndex={-1} ref={answer}><Issued done={done} answer={state.message ?? ""} back={back} /></div>;
  const version = state.currentVersion === undefined ? {} : { name: "version", value: state.currentVersion };
  return (
    <FormContext.Provider value={{ formId: "issue", state }}>
      <form action={send} noValidate>
        <ErrorSummary state={state} formId="issue" labels={labels} ref={answer} />
        {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        {children}
        <div className="send"><Button variant="primary" disabled={pending} aria-busy={pending} {...version}>{pending ? "正在提交" : submit}</Button></div>
      </form>
    </FormContext.Provider>
  );
}
