import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { activeFilters } from "@/lib/delegates/active-filters";
import { NumbersFields } from "@/components/delegates/numbers-fields";
import { BatchTable } from "@/components/registration-forms/batch-table";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { hrefOf, listOf, paramsOf } from "@/lib/delegates/filters";
import { orderNames } from "@/lib/delegates/labels";
import { countDelegates, getRosterList } from "@/lib/delegates/queries";
import { today } from "@/lib/platform/clock";
import { requireStaff } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { makeForms } from "@/lib/registration-forms/actions";
import { MOST, refusals } from "@/lib/registration-forms/labels";
import { may } from "@/lib/registration-forms/policy";
import { listBatches } from "@/lib/registration-forms/queries";

export const metadata: Metadata = { title: "批量登记表" };

const labels = { numbers: "身份证号、手机和住址", reason: "导出完整号码的理由", password: "本人口令" };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireStaff();
  if (!may(actor, "make", { committeeId: actor.committeeId })) forbidden();
  const list = await forPage(actor, getRosterList(actor, await searchParams, today()));
  if (!list) notFound();
  const { frame, choices, filters } = list;
  const [heads, batches] = [await countDelegates(actor, filters, frame), await listBatches(actor)];
  const back = hrefOf("/manage/delegates", filters);
  const conditions = activeFilters(paramsOf(filters), choices).map(({ label, value }) => `${label}：${value}`);
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "花名册", href: back }, { label: "登记表" }]} title="批量登记表" small={frame.termName} />
      <div className="stack max-w-4xl">
        {heads === 0 ? <Empty title="没有符合条件的代表" why="请返回花名册减少条件后再生成。" next={{ href: back, label: "返回花名册" }} /> : heads > MOST ? <Notice tone="warn" title={refusals.many(heads)} /> : (
          <Card title={`将生成 ${heads} 人的登记表`} aside={`按${orderNames[filters.order]}`}>
            <p className="mb-4 text-ink-2">{conditions.length > 0 ? `条件：${conditions.join("；")}。` : "未设条件，为本届在册的全部代表生成。"}每人一份 Word 文件，含照片，合成一个压缩文件。</p>
            <ActionForm action={makeForms} formKey={randomUUID()} id="forms" submit="生成登记表" labels={labels} beside={<LinkButton href={back} variant="plain">返回花名册</LinkButton>}>
              <input type="hidden" name="list" value={listOf(filters)} />
              {may(actor, "makeFull", { committeeId: actor.committeeId }) ? <NumbersFields /> : null}
            </ActionForm>
          </Card>
        )}
        <BatchTable rows={batches} />
      </div>
    </>
  );
}
