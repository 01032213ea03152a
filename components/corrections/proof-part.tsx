import { Button } from "@/components/ui/button";
import type { Correction } from "@/lib/corrections/queries";
import { formatInstant } from "@/lib/platform/clock";
import { sizeOf } from "@/lib/platform/media";

/** The proof of a request as a file to keep. */
export function ProofLink({ of, href }: { of: Correction; href: string }) {
  if (!of.proof) return <p className="text-ink-3">没有附证明材料。</p>;
  return <p><a href={href} download className="underline">{of.proof.fileName}</a><span className="num text-13 text-ink-3">　{sizeOf(of.proof.size)}，{formatInstant(of.proof.uploadedAt)} 上传</span></p>;
}

/** A plain multipart form: a photograph or a PDF, from the camera or the album. */
export function ProofForm({ of, refused }: { of: Correction; refused?: string }) {
  return (
    <form action={`/my/profile/corrections/${of.id}/attach`} method="post" encType="multipart/form-data" id="attach" className="mt-4">
      {refused ? <div className="notice danger mb-3" role="alert"><b>{refused}</b></div> : null}
      <div className={refused ? "field bad mb-3" : "field mb-3"}>
        <label htmlFor="proof">{of.proof ? "换一份证明材料" : "上传证明材料"}</label>
        <p className="hint" id="proof-hint">如任免通知、毕业证书的照片或 PDF，一份，不超过 5 MB。没有的可以不传。</p>
        <input id="proof" name="proof" type="file" required accept=".jpg,.jpeg,.png,.pdf" aria-describedby="proof-hint" className="input" />
      </div>
      <Button wide>上传证明材料</Button>
    </form>
  );
}
