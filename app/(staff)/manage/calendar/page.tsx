import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { NoticeTable, ReadBack } from "@/components/calendars/notice-parts";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Field, Input, Textarea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { enterNotice, removeNotice } from "@/lib/calendars/actions";
import { fieldNames } from "@/lib/calendars/labels";
import { listNotices } from "@/lib/calendars/queries";
import { yearParam } from "@/lib/calendars/schema";
import { today } from "@/lib/platform/clock";
import { requireOffice } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "工作日历" };

const PATH = "/manage/calendar";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireOffice();
  const notices = await listNotices(actor);
  const present = Number(today().slice(0, 4));
  const asked = yearParam.parse((await searchParams).year) ?? present;
  const shown = notices.find((notice) => notice.year === asked);
  const missing = [present, present + 1].filter((year) => !notices.some((notice) => notice.year === year));
  return (
    <>
      <PageHead crumb={[{ label: "设置" }, { label: "工作日历" }]} title="工作日历" small="办理期限按工作日计算" />
      <div className="stack max-w-4xl">
        {missing.length > 0 ? <Notice tone="warn" title={`还没有 ${missing.join("、")} 年的放假安排`}>跨入该年的办理期限先按星期一至星期五暂算，登记后自动重算。通知一般在上一年十一月前后发布。</Notice> : null}
        <Card bare>
          <Tabs label="年份" current={`${PATH}?year=${asked}`} items={notices.map(({ year }) => ({ href: `${PATH}?year=${year}`, label: `${year} 年` }))} />
          {shown ? (
            <>
              <p className="px-5 py-3 text-ink-2">依据：{shown.document}。{shown.entered ? `${shown.entered.by} ${shown.entered.at} 登记。` : "随程序提供。"}</p>
              <NoticeTable days={shown.days} />
              {shown.entered ? (
                <div className="border-t border-line p-4">
                  <Confirm label="撤下登记的安排" title={`撤下 ${shown.year} 年的放假安排`} text="撤下后改用随程序提供的安排；没有提供的，该年的期限按星期一至星期五暂算。" variant="plain">
                    <ActionForm action={removeNotice} formKey={randomUUID()} id="remove" submit="撤下" version={shown.entered.version} variant="danger" small><input type="hidden" name="year" value={shown.year} /></ActionForm>
                  </Confirm>
                </div>
              ) : null}
            </>
          ) : <p className="px-5 py-4 text-ink-2">还没有 {asked} 年的放假安排。请在下方登记国务院办公厅的通知。</p>}
        </Card>
        <Card title="登记一年的放假安排" id="enter">
          <ActionForm action={enterNotice} formKey={randomUUID()} id="enter-notice" submit="登记放假安排" labels={fieldNames}>
            <div className="fields">
              <Field name="year" label={fieldNames.year}><Input type="number" min={2024} max={2099} defaultValue={missing[0] ?? present + 1} /></Field>
              <Field name="document" label={fieldNames.document}><Input maxLength={60} autoComplete="off" placeholder="国办发明电〔年份〕号" /></Field>
            </div>
            <Field name="text" label={fieldNames.text} hint="从国务院办公厅关于部分节假日安排的通知中，粘贴逐项列出节日的各行；同一年已登记的，由新的替换"><Textarea rows={9} maxLength={5000} /></Field>
            <ReadBack />
          </ActionForm>
        </Card>
      </div>
    </>
  );
}
