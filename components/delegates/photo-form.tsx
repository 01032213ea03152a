import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { removeDelegatePhoto } from "@/lib/delegates/actions";

/** Kinds by name, not image/*: a phone then hands over a JPEG instead of its own format, and still offers its camera. */
const KINDS = "image/jpeg,image/png,image/webp";

/** A delegate's own photograph where there is none yet. */
export function OwnPhotoForm() {
  return (
    <form method="post" action="/my/profile/photo/upload" encType="multipart/form-data" className="no-print mb-4">
      <div className="field mb-3">
        <label htmlFor="photo">补传本人二寸免冠照</label>
        <p className="hint" id="photo-hint">JPG、PNG 或 WebP，不超过 8 MB。拍摄地点等附带信息一律删去。上传后如需更换，请联系组织部。</p>
        <input id="photo" name="photo" type="file" accept={KINDS} required aria-describedby="photo-hint" className="input" />
      </div>
      <Button wide>上传照片</Button>
    </form>
  );
}

/** Puts in, changes or takes off the photograph. A plain form: it works without scripts, and from a phone's camera. */
export function PhotoForm({ id, has }: { id: string; has: boolean }) {
  return (
    <details className="no-print mt-2 border-t border-line pt-2">
      <summary className="py-1 text-13 text-blue">{has ? "更换或删除照片" : "上传照片"}</summary>
      <form method="post" action={`/manage/delegates/${id}/photo/upload`} encType="multipart/form-data" className="field mt-1">
        <label htmlFor="photo">二寸免冠照</label>
        <p className="hint" id="photo-hint">JPG、PNG 或 WebP，不超过 8 MB。自动裁成 3:4，保留上部；拍摄地点等附带信息一律删去。</p>
        <input id="photo" name="photo" type="file" accept={KINDS} required aria-describedby="photo-hint" className="input" />
        <Button small className="mt-2">{has ? "更换照片" : "上传照片"}</Button>
      </form>
      {has ? (
        <Confirm label="删除照片" title="删除这张照片" text="删除后不能恢复，可以另行上传。" variant="plain">
          <ActionForm action={removeDelegatePhoto} formKey={randomUUID()} id="remove-photo" submit="删除照片" variant="danger" small><input type="hidden" name="id" value={id} /></ActionForm>
        </Confirm>
      ) : null}
    </details>
  );
}
