type Of = { id: string; person: { name: string; photoAt: Date | null } };

/** The address of a photograph changes with it, so that nobody looks at the one before. `at` is where the reader finds the record. */
const photoAt = (at: string, { person }: Of, size: "photo" | "thumb"): string | null => (person.photoAt ? `${at}/photo?size=${size}&v=${person.photoAt.getTime().toString(36)}` : null);

/** The photograph of two inches, or what stands where one will be. */
export function Portrait({ of, at = `/manage/delegates/${of.id}` }: { of: Of; at?: string }) {
  const [src, whole] = [photoAt(at, of, "thumb"), photoAt(at, of, "photo")];
  if (src && whole) {
    return (
      <a href={whole} className="flex-none" aria-label="查看照片原大">
        <img src={src} width={72} height={96} alt={`${of.person.name}的照片`} className="h-24 w-18 rounded-sm border border-line bg-sunken object-cover" />
      </a>
    );
  }
  return (
    <svg viewBox="0 0 72 96" role="img" aria-label="暂无照片" className="h-24 w-18 flex-none rounded-sm border border-line bg-sunken">
      <circle cx="36" cy="38" r="15" fill="#D6D0C8" /><path d="M6 96c0-22 13-34 30-34s30 12 30 34z" fill="#D6D0C8" />
    </svg>
  );
}
