"use client";
import { useContext, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Field, Input } from "@/components/ui/field";
import { FormContext } from "@/components/ui/form-context";

type Props = { values: Readonly<Record<string, string>>; most: number; /** Blocks to begin with, where the address asks for more. */ least: number };

const used = (values: Readonly<Record<string, unknown>>, most: number): number => Math.max(1, ...Array.from({ length: most }, (_, i) => i + 1).filter((n) => values[`day${n}`] || values[`from${n}`] || values[`title${n}`]));

function Session({ n, values }: { n: number; values: Props["values"] }) {
  const of = (part: string) => values[`${part}${n}`] ?? "";
  return (
    <fieldset className="mb-5 border-t border-line pt-3">
      <legend className="sr">第 {n} 场</legend>
      <p className="mb-2 font-semibold" aria-hidden="true">第 {n} 场</p>
      <div className="fields">
        <Field name={`day${n}`} label="日期"><Input type="date" defaultValue={of("day")} /></Field>
        <Field name={`from${n}`} label="开始"><Input type="time" defaultValue={of("from")} /></Field>
        <Field name={`to${n}`} label="结束"><Input type="time" defaultValue={of("to")} /></Field>
        <Field name={`hours${n}`} label="学时" optional><Input type="number" min={0} max={24} step={0.5} defaultValue={of("hours") || "0"} /></Field>
      </div>
      <div className="fields mt-5">
        <Field name={`title${n}`} label="内容" optional><Input maxLength={100} defaultValue={of("title")} autoComplete="off" /></Field>
        <Field name={`speaker${n}`} label="授课人或主持人" optional><Input maxLength={60} defaultValue={of("speaker")} autoComplete="off" /></Field>
        <Field name={`place${n}`} label="地点，与活动不同时填写" optional><Input maxLength={100} defaultValue={of("place")} autoComplete="off" /></Field>
      </div>
      <div className="mt-3"><Checkbox name={`signOut${n}`} label="结束时须签退" defaultChecked={of("signOut") === "on"} /></div>
    </fieldset>
  );
}

/** The half-days of an activity, one block each; a block left empty is no session. Without scripts the address asks for more blocks. */
export function SessionFields({ values, most, least }: Props) {
  const { state } = useContext(FormContext);
  const [shown, setShown] = useState(Math.max(least, used(state.values ?? values, most)));
  return (
    <>
      {Array.from({ length: shown }, (_, i) => <Session key={i + 1} n={i + 1} values={values} />)}
      <noscript><p className="mb-2 text-13 text-ink-2">场次不够时，请先<a className="underline" href={`?sessions=${most}`}>显示全部 {most} 场</a>再填写。</p></noscript>
      {shown < most ? <Button type="button" small onClick={() => setShown(shown + 1)}>增加一场</Button> : <p className="text-13 text-ink-3">一次活动最多 {most} 场。</p>}
    </>
  );
}
