import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { removeActivityFile } from "@/lib/activities/actions";
import type { FileRow, listReaders } from "@/lib/activities/file-queries";
import { displayName } from "@/lib/platform/chinese/name";
import { sizeOf } from "@/lib/platform/media";

/** The materials of an activity: taken by name, each with who has opened it and who has not; its organiser can take one out. */
export function FileTable({ activityId, files, heads, removes }: { activityId: string; files: readonly FileRow[]; heads: number; removes: boolean }) {
  const here = `/manage/activities/${activityId}/files`;
  const columns = [{ label: "材料", className: "who" }, { label: "大小", align: "right" as const }, { label: "上传" }, { label: "已读", align: "right" as const }, { label: "未读", align: "right" as const }, ...(removes ? [{ label: <span className="sr">操作</span>, key: "act", className: "no-print" }] : [])];
  return (
    <Table caption="材料" columns={columns}>
      {files.map((file) => (
        <tr key={file.id}>
          <th scope="row" className="who"><a href={`${here}/${file.id}`} download>{file.fileName}</a></th>
          <td className="num r">{sizeOf(file.size)}</td>
          <td className="num">{file.accountName} {file.at}</td>
          <td className="num r"><Link href={`${here}?of=${file.id}&show=read`} prefetch={false} aria-label={`${file.fileName}，已读 ${file.read} 人`}>{file.read}</Link></td>
          <td className="num r"><Link href={`${here}?of=${file.id}&show=unread`} prefetch={false} aria-label={`${file.fileName}，未读 ${heads - file.read} 人`}>{heads - file.read}</Link></td>
          {removes ? <td className="no-print"><ActionForm action={removeActivityFile} formKey={randomUUID()} id={`remove-${file.id}`} submit="删除" variant="danger" small className="[&_.send]:mt-0"><input type="hidden" name="id" value={file.id} /><input type="hidden" name="name" value={file.fileName} /></ActionForm></td> : null}
        </tr>
      ))}
    </Table>
  );
}

/** A plain multipart form for one material: it works without scripts. */
export function FileForm({ activityId }: { activityId: string }) {
  return (
    <form action={`/manage/activities/${activityId}/files/upload`} method="post" encType="multipart/form-data">
      <div className="field">
        <label htmlFor="file">上传材料</label>
        <p className="hint" id="file-hint">PDF、JPG、PNG、Word（.docx）或 Excel（.xlsx），每份不超过 20 MB，不得含涉密内容。名单上的代表可以下载，首次打开的时间记为已读。</p>
        <input id="file" name="file" type="file" required accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx" aria-describedby="file-hint" className="input" />
      </div>
      <div className="send"><Button>上传材料</Button></div>
    </form>
  );
}

type Readers = Awaited<ReturnType<typeof listReaders>>["rows"];

/** Who opened a material, and when; or who has not. */
export function ReaderTable({ rows, read }: { rows: Readers; read: boolean }) {
  return (
    <Table caption={read ? "已读的代表" : "未读的代表"} columns={[{ label: "代表", className: "who" }, { label: "代表团" }, { label: "选举单位" }, ...(read ? [{ label: "首次打开" }] : [])]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="who"><Link href={`/manage/delegates/${row.delegateId}`} prefetch={false}>{displayName(row.name)}</Link></th>
          <td>{row.delegation}</td><td className="wide">{row.unit}</td>{read ? <td className="num">{row.readAt}</td> : null}
        </tr>
      ))}
    </Table>
  );
}
