import Link from "next/link";
import type { ReactNode } from "react";
import { Describe } from "@/components/ui/describe";
import { jobOf, type DelegateRecord } from "@/lib/delegates/queries";
import { recordInWords } from "@/lib/delegates/written";
import { displayName } from "@/lib/platform/chinese/name";
import { Portrait } from "./portrait";
import { StatusTag } from "./status-tag";

type Props = { d: DelegateRecord; posts?: readonly { id: string; place: string; title: string }[]; reveal?: string; photoForm?: ReactNode };

/** Who this is, always in sight beside the tabs. `reveal` is the way to the whole numbers and `photoForm` changes the photograph, for those who may. */
export function SummaryCard({ d, posts = [], reveal, photoForm }: Props) {
  const words = recordInWords(d);
  return (
    <section className="card p-4 text-sm lg:sticky lg:top-4" aria-label="代表概况">
      <div className="flex gap-4 border-b border-line pb-4">
        <Portrait of={d} />
        <div>
          <h2 className="mb-1 text-lg leading-snug">{displayName(d.person.name)}</h2>
          <p className="text-13 text-ink-3">{[words.sex, words.ethnicity].filter(Boolean).join("\u3000") || "性别、民族未填"}<br />{words.birthMonth}</p>
        </div>
      </div>
      <div className="border-b border-line py-2 [&_.describe]:text-sm [&_.describe>div]:grid-cols-[4.5rem_minmax(0,1fr)]">
        <Describe items={[
          { term: "状态", value: <StatusTag status={d.status} /> },
          { term: "职务", value: jobOf(d.employer, d.position) },
          { term: "代表团", value: words.delegationId },
          { term: "代表小组", value: words.groupId },
          ...(posts.length > 0 ? [{ term: "团组职务", value: posts.map((post) => `${post.place}${post.title}`).join("、") }] : []),
          { term: "代表证号", value: words.delegateNo },
          { term: "代表类别", value: words.primaryCategory },
        ]} />
      </div>
      <div className="pt-2 [&_.describe>div]:grid-cols-[4.5rem_minmax(0,1fr)]">
        <Describe items={[{ term: "手机", value: words.mobile && <span className="num">{words.mobile}</span> }, { term: "身份证", value: words.idNumber && <span className="num">{words.idNumber}</span> }]} />
      </div>
      {reveal ? <p className="mt-1 text-13 text-ink-3"><Link href={reveal} prefetch={false} className="underline">查看完整号码</Link>，须填理由并留痕</p> : null}
      {photoForm}
    </section>
  );
}
