import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TemplateFields } from "@/components/messages/template-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { editTemplate, restoreTemplate } from "@/lib/messages/actions";
import { fieldNames } from "@/lib/messages/labels";
import { kindParam } from "@/lib/messages/schema";
import { getTemplate } from "@/lib/messages/template-queries";
import { requireOffice } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "修改消息模板" };

const LIST = "/manage/messages/templates";

export default async function Page({ params }: { params: Promise<{ kind: string }> }) {
  const actor = await requireOffice();
  const kind = kindParam.safeParse(decodeURIComponent((await params).kind));
  if (!kind.success) notFound();
  const template = await getTemplate(actor, kind.data);
  const of = template.of ? `用的是 ${template.of} 发出的一条的内容` : "还没有发过这一类消息，用的是示例内容";
  return (
    <>
      <PageHead crumb={[{ label: "设置" }, { label: "消息模板", href: LIST }, { label: template.name }]} title={template.name} small={template.edited ? `${template.edited.by} ${template.edited.at} 改写` : "现用默认模板"} kind={template.must ? <Tag tone="amber" mark={false}>须办</Tag> : undefined} />
      <div className="stack max-w-4xl">
        <Card>
          <ActionForm key={template.version} action={editTemplate} formKey={randomUUID()} id="template" submit="保存模板" labels={fieldNames} version={template.version} beside={<LinkButton href={LIST}>取消</LinkButton>}>
            <input type="hidden" name="kind" value={template.key} />
            <TemplateFields kind={template.key} now={template.now} values={template.values} of={of} />
          </ActionForm>
        </Card>
        <Card title="可用的变量">
          <p className="mb-2 text-ink-2">写在大括号里，发出时换成实际内容。短信和邮件会离开平台，只能用注明的几个。</p>
          <ul>{template.variables.map(({ name, open }) => <li key={name} className="py-1">{`{${name}}`}{open ? <span className="ml-2 text-ink-2">可用于短信和邮件</span> : null}</li>)}</ul>
        </Card>
        {template.edited ? (
          <Confirm label="恢复默认模板" title={`“${template.name}”恢复默认模板`} text="以后发出的消息改用随程序提供的文字，已发出的不变。" variant="plain">
            <ActionForm action={restoreTemplate} formKey={randomUUID()} id="restore" submit="恢复默认模板" version={template.version} variant="danger" small><input type="hidden" name="kind" value={template.key} /></ActionForm>
          </Confirm>
        ) : null}
      </div>
    </>
  );
}
