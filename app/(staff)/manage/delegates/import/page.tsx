import { z } from "zod";
import { ImportHead } from "@/components/roster-imports/import-head";
import { ImportHistory } from "@/components/roster-imports/import-history";
import { RosterUploadForm } from "@/components/roster-imports/upload-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { requireOffice } from "@/lib/platform/guards";
import { listImports } from "@/lib/roster-imports/queries";
import { getCurrentTerm, listTerms } from "@/lib/terms/queries";

export const metadata = { title: "导入花名册" };

const one = (v: unknown) => (Array.isArray(v) ? v[0] : v);
const params = z.object({ refused: z.preprocess(one, z.string().max(300).optional().catch(undefined)), term: z.preprocess(one, z.uuid().optional().catch(undefined)), page: z.preprocess(one, z.coerce.number().int().min(1).catch(1)) });

export default async function Page({ searchParams }: PageProps<"/manage/delegates/import">) {
  const actor = await requireOffice();
  const { refused, term, page } = params.parse(await searchParams);
  const [terms, current, history] = await Promise.all([listTerms(actor), getCurrentTerm(actor), listImports(actor, page)]);
  const termId = terms.find((t) => t.id === term)?.id ?? current?.id ?? terms[0]?.id;
  return (
    <>
      <ImportHead title="导入花名册" step={refused ? { current: 2, stopped: true } : { current: 1 }} />
      {refused ? <div className="mb-3" role="alert"><Notice tone="danger" title={refused}>文件没有上传，花名册没有变动。</Notice></div> : null}
      {termId ? (
        <div className="import-start">
          <Card title="1　准备文件"><p className="mb-3">手里已有花名册的，直接上传即可；还没有的，用模板填写最省事：性别、民族、学历、代表类别和代表团都是下拉选择。</p><LinkButton href={`/manage/delegates/import/template?term=${termId}`} download>下载模板</LinkButton></Card>
          <Card title="2　上传"><RosterUploadForm terms={terms.map((t) => ({ id: t.id, name: t.name }))} termId={termId} /></Card>
        </div>
      ) : <Card><Empty title="还没有届次" why="花名册导入到某一届。请先建立届次。" next={{ href: "/manage/terms", label: "去建立届次" }} /></Card>}
      <div className="mt-3"><ImportHistory {...history} page={page} /></div>
    </>
  );
}
