import type { Ref } from "react";
import type { ActionState } from "@/lib/platform/action-state";
import { fieldId } from "./form-context";

type Props = { state: ActionState; formId: string; labels: Record<string, string>; ref: Ref<HTMLDivElement> };

/** What the form answered: on refusal every fault with a link to its field, as a hint where it only asks to look first, on success one sentence. */
export function ErrorSummary({ state, formId, labels, ref }: Props) {
  if (state.status === "idle") return null;
  if (state.status === "done") {
    return <div className="notice done" role="status" tabIndex={-1} ref={ref}><b>{state.message ?? "已保存"}</b></div>;
  }
  const names = Object.keys({ ...state.fields, ...state.conflict });
  const said = (name: string) => state.fields?.[name]?.join("；") ?? "与现在保存的不同，请对照";
  return (
    <div className={state.asks ? "notice info" : "notice danger"} role={state.asks ? "status" : "alert"} tabIndex={-1} ref={ref}>
      <b>{state.message ?? "有内容需要改正，尚未保存。"}</b>
      {state.reference ? <p>编号 <span className="num">{state.reference}</span></p> : null}
      {names.length > 0 ? (
        <ul>{names.map((name) => <li key={name}><a href={`#${fieldId(formId, name)}`}>{labels[name] ? `${labels[name]}：` : ""}{said(name)}</a></li>)}</ul>
      ) : null}
    </div>
  );
}
