"use client";
import { useState, type FormEvent } from "react";
import { Describe } from "@/components/ui/describe";
import { Field, Input, Textarea } from "@/components/ui/field";
import { filled, type KindKey } from "@/lib/messages/kinds";
import { briefOf, neededVariables, parts, templateFromWords, type Template } from "@/lib/messages/templates";

type Props = { kind: KindKey; now: Template; values: Record<string, string>; /** Where the values come from, in words. */ of: string };

/** The three texts of a kind, and beside them how they read; with scripts the reading follows what is typed. */
export function TemplateFields({ kind, now, values, of }: Props) {
  const [typed, setTyped] = useState(now);
  const follow = ({ target }: FormEvent<HTMLDivElement>) => {
    const { name, value } = target as HTMLInputElement;
    if (parts.some((part) => part === name)) setTyped((before) => ({ ...before, [name]: value }));
  };
  const read = templateFromWords(kind, typed);
  const needed = neededVariables(kind);
  return (
    <div onInput={follow}>
      <Field name="title" label="标题"><Input defaultValue={now.title} maxLength={180} autoComplete="off" /></Field>
      <Field name="body" label="正文" {...(needed ? { hint: `须有${needed}` } : {})}><Textarea rows={4} defaultValue={now.body} maxLength={3000} /></Field>
      <Field name="brief" label="短信和邮件中的一句话" hint="填入变量后不超过 70 个字，即一条短信"><Textarea rows={2} defaultValue={now.brief} maxLength={210} /></Field>
      <section aria-label="预览" className="mt-5 rounded border border-line bg-sunken p-4">
        <p className="mb-2 text-ink-2">预览：{of}</p>
        <Describe items={[
          { term: "标题", value: filled(read.title, values), full: true },
          { term: "正文", value: filled(read.body, values), full: true },
          { term: "短信和邮件", value: briefOf(kind, read, values), full: true },
        ]} />
      </section>
    </div>
  );
}
