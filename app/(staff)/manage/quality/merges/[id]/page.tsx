import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { MergeState } from "@/components/merges/merge-lists";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { Describe } from "@/components/ui/describe";
import { PageHead } from "@/components/ui/page-head";
import { displayName } from "@/lib/platform/chinese/name";
import { requireOffice } from "@/lib/platform/guards";
import { forPage } from "@/lib/platform/route";
import { undoMerge } from "@/lib/merges/actions";
import { getMerge } from "@/lib/merges/queries";

export const metadata: Metadata = { title: "人员合并" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireOffice();
  const found = await forPage(actor, getMerge(actor, (await params).id));
  const name = displayName(found.keptName);
  const mandates = found.mandates.length === 0 ? null : <ul>{found.mandates.map((d) => <li key={d.id}><Link href={`/manage/delegates/${d.id}`} prefetch={false} className="inline-block py-1">{d.term}</Link></li>)}</ul>;
  return (
    <>
      <PageHead crumb={[{ label: "代表" }, { label: "数据质量", href: "/manage/quality" }, { label: "合并与认定", href: "/manage/quality/merges" }, { label: name }]} title="人员合并" small={name} kind={<MergeState of={found} />} />
      <Card>
        <Describe items={[
          { term: "保留的人员", value: name }, { term: "并入的人员", value: displayName(found.droppedName) }, { term: "代表资格", value: `转入 ${found.moved} 条${found.removed > 0 ? `，撤下重复的 ${found.removed} 条` : ""}` }, { term: "依据", value: found.grounds },
          { term: "经办人", value: found.accountName }, { term: "合并时间", value: found.on }, ...(found.undoneOn ? [{ term: "撤销时间", value: found.undoneOn }] : []), { term: "现有资格", value: mandates },
        ]} />
        {found.undoableUntil ? (
          <div className="mt-4">
            <Confirm label="撤销合并" title="撤销后，两条人员记录恢复到合并之前，代表资格和账号各归原处" text={`可在 ${found.undoableUntil} 前撤销；资料、代表资格或账号在合并后又有变动的，不能撤销。`}>
              <ActionForm action={undoMerge} formKey={randomUUID()} id="undo" submit="撤销这次合并" variant="danger" version={found.version}><input type="hidden" name="id" value={found.id} /></ActionForm>
            </Confirm>
          </div>
        ) : null}
      </Card>
    </>
  );
}
