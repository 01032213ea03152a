import { UploadForm } from "@/components/ui/upload-form";

/** A roster to be imported, and into which term. */
export function RosterUploadForm({ terms, termId }: { terms: { id: string; name: string }[]; termId: string }) {
  return (
    <UploadForm action="/manage/delegates/import/upload" label="花名册文件" hint=".xlsx 或 .csv，不超过 10 MB、2 万行。不必改成模板的样子：表头、代表团分块、注释会自动识别。">
      <div className="field">
        <label htmlFor="term">导入到</label>
        <select id="term" name="term" className="input" defaultValue={termId}>{terms.map((t) => <option key={t.id} value={t.id}>{t.name}</option>)}</select>
      </div>
    </UploadForm>
  );
}
