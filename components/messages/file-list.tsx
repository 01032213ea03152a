import { sizeOf } from "@/lib/platform/media";

type File = { id: string; fileName: string; size: number };

/** Attachments as files to keep. */
export function FileList({ files }: { files: readonly File[] }) {
  return <ul className="grid gap-2">{files.map((file) => <li key={file.id}><a href={`/messages/files/${file.id}`} download className="underline">{file.fileName}</a><span className="num text-13 text-ink-3">　{sizeOf(file.size)}</span></li>)}</ul>;
}
