import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { removePaper } from "@/lib/papers/actions";
import type { PaperRow } from "@/lib/papers/queries";
import { sizeOf } from "@/lib/platform/media";

/** The papers of one act as files to keep, each with who put it in; the office can take one out. */
export function PaperList({ papers, removes, back }: { papers: readonly PaperRow[]; removes: boolean; back: string }) {
  if (papers.length === 0) return <p className="text-ink-3">没有依据附件。</p>;
  return (
    <ul className="grid gap-2">
      {papers.map((paper) => (
        <li key={paper.id} className="flex flex-wrap items-center gap-x-3">
          <a href={`/manage/papers/${paper.id}`} download className="underline">{paper.fileName}</a>
          <span className="num text-13 text-ink-3">{sizeOf(paper.size)}，{paper.accountName} {paper.at} 上传</span>
          {removes ? <ActionForm action={removePaper} formKey={randomUUID()} id={`remove-${paper.id}`} submit="删除" variant="danger" small className="no-print [&_.send]:mt-0"><input type="hidden" name="id" value={paper.id} /><input type="hidden" name="name" value={paper.fileName} /><input type="hidden" name="back" value={back} /></ActionForm> : null}
        </li>
      ))}
    </ul>
  );
}

/** A plain multipart form for one paper: it works without scripts, and from a phone's camera. `event` says of which status. */
export function PaperForm({ action, event }: { action: string; event?: string }) {
  const id = `paper${event ? `-${event}` : ""}`;
  return (
    <form action={action} method="post" encType="multipart/form-data" className="no-print mt-4">
      {event ? <input type="hidden" name="event" value={event} /> : null}
      <div className="field mb-3">
        <label htmlFor={id}>上传依据附件</label>
        <p className="hint" id={`${id}-hint`}>如会议纪要、通知、决定的照片或 PDF，每份不超过 5 MB。</p>
        <input id={id} name="paper" type="file" required accept=".jpg,.jpeg,.png,.pdf" aria-describedby={`${id}-hint`} className="input" />
      </div>
      <Button small>上传附件</Button>
    </form>
  );
}
