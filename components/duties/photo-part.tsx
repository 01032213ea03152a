import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { inPlace } from "@/components/ui/in-place";
import { removeDutyPhoto } from "@/lib/duties/actions";
import type { Duty } from "@/lib/duties/queries";

type Props = { of: Duty; at: string; takes: boolean; most: number; refused?: string };

/** Kinds by name, not image/*: a phone then hands over a JPEG instead of its own format, and still offers its camera. */
const KINDS = "image/jpeg,image/png,image/webp";

/** The photographs of a record; its writer adds and takes off while it is not under review. A plain form: it works without scripts. */
export function PhotoPart({ of, at, takes, most, refused }: Props) {
  const src = (id: string, size: "photo" | "thumb") => `${at}/photos/${id}?size=${size}`;
  return (
    <>
      {of.photos.length === 0 ? <p className="text-ink-3">没有照片。</p> : (
        <ul className="grid grid-cols-3 gap-2 lg:grid-cols-6" aria-label="照片">
          {of.photos.map(({ id }, i) => (
            <li key={id}>
              <a href={src(id, "photo")} target="_blank" rel="noreferrer"><img src={src(id, "thumb")} alt={`照片 ${i + 1}`} loading="lazy" className="block aspect-square w-full rounded object-cover" /></a>
              {takes ? <ActionForm action={removeDutyPhoto} formKey={randomUUID()} id={`remove-${i}`} submit="删除" variant="danger" small className={`mt-1 ${inPlace}`}><input type="hidden" name="id" value={of.id} /><input type="hidden" name="photoId" value={id} /></ActionForm> : null}
            </li>
          ))}
        </ul>
      )}
      {refused ? <div className="notice danger mt-3" role="alert"><b>{refused}</b></div> : null}
      {takes && of.photos.length < most ? (
        <form action={`${at}/photos/upload`} method="post" encType="multipart/form-data" className="no-print mt-4">
          <div className={refused ? "field bad mb-3" : "field mb-3"}>
            <label htmlFor="photo">上传照片</label>
            <p className="hint" id="photo-hint">最多 {most} 张，每张不超过 8 MB。照片自动缩小，拍摄地点等附带信息一律删去。</p>
            <input id="photo" name="photo" type="file" accept={KINDS} required aria-describedby="photo-hint" className="input" />
          </div>
          <Button wide>上传照片</Button>
        </form>
      ) : null}
    </>
  );
}
