"use client";
import { useActionState, useEffect, useRef } from "react";
import { Button, LinkButton } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, Textarea } from "@/components/ui/field";
import { FormContext } from "@/components/ui/form-context";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { createAccounts } from "@/lib/accounts/actions";
import { idle } from "@/lib/platform/action-state";

const labels = { rows: "姓名、角色、党组织" };
const columns = [{ label: "姓名", className: "who" }, { label: "登录名" }, { label: "初始口令" }];

function Issued({ answer }: { answer: string }) {
  const rows = answer.split("\n").map((line) => line.split("\t"));
  return (
    <>
      <Notice tone="done" title={`已建立 ${rows.length} 个账号`}>初始口令 24 小时内有效，首次登录须修改。请当面或电话告知本人。离开本页后不能再次查看，遗失时请逐个重置。角色由安全管理员授予。</Notice>
      <div className="my-4">
        <Table caption="新建立的账号" columns={columns}>
          {rows.map(([name, username, password]) => <tr key={username}><th scope="row" className="who">{name}</th><td className="num">{username}</td><td className="num select-all"><b>{password}</b></td></tr>)}
        </Table>
      </div>
      <LinkButton href="/system/accounts">返回账号列表</LinkButton>
    </>
  );
}

/** Many accounts, a line each; the answer holds the first passwords, shown once in place of the form. */
export function ManyForm() {
  const [state, send, pending] = useActionState(createAccounts, idle);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => answer.current?.focus(), [state]);
  if (state.status === "done") return <div role="status" tabIndex={-1} ref={answer}><Issued answer={state.message ?? ""} /></div>;
  return (
    <FormContext.Provider value={{ formId: "many", state }}>
      <form action={send} noValidate>
        <ErrorSummary state={state} formId="many" labels={labels} ref={answer} />
        <Field name="rows" label={labels.rows} hint="每行一人，最多 30 人。三项用制表符或逗号隔开，可从 Excel 复制三列粘贴；角色填“联络员”或“承办单位”。例如：张三，联络员，云帆街道党工委">
          <Textarea rows={10} maxLength={6000} spellCheck={false} />
        </Field>
        <div className="send"><Button variant="primary" disabled={pending} aria-busy={pending}>{pending ? "正在提交" : "建立账号"}</Button></div>
      </form>
    </FormContext.Provider>
  );
}
