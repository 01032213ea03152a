import type { Metadata } from "next";
import { AskForm, ChooseForm, type AskedInput } from "@/components/corrections/ask-form";
import { PhonePage } from "@/components/shell/delegate-shell";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { refusals } from "@/lib/corrections/labels";
import { getOwnBeginning } from "@/lib/corrections/queries";
import { chosenFields } from "@/lib/corrections/schema";
import { formValuesOf, recordInWords } from "@/lib/delegates/written";
import { requireDelegate } from "@/lib/platform/guards";

export const metadata: Metadata = { title: "申请更正" };

const HERE = "/my/profile/corrections/new";

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireDelegate();
  const [beginning, asked] = [await getOwnBeginning(actor), await searchParams];
  if (!beginning?.active) return <PhonePage title="申请更正" back="/my/profile"><section className="card"><Empty title="现在不能申请更正" why={refusals.submit} next={{ href: "/my/profile", label: "返回我的资料" }} /></section></PhonePage>;
  const { d, taken } = beginning;
  const chosen = chosenFields(asked["field[]"]).filter((field) => !taken.includes(field));
  const [words, values] = [recordInWords(d), formValuesOf(d)];
  const fields = chosen.map((field): AskedInput => ({ field, now: words[field], value: words[field]?.includes("*") ? "" : (values[field] ?? "") }));
  return (
    <PhonePage title="申请更正" back={chosen.length > 0 ? HERE : "/my/profile"}>
      <div className="stack">
        <Card>{chosen.length > 0 ? <AskForm fields={fields} back={HERE} /> : <ChooseForm taken={taken} unchosen={asked.next !== undefined} />}</Card>
        <p className="text-base text-ink-3">{chosen.length > 0 ? "提交后可以上传证明材料。审核通过之前，登记资料不变。" : "性别、出生年月、身份证号，以及代表团、代表证号等当选时确定的内容，由组织部登记，有误请直接联系组织部。"}</p>
      </div>
    </PhonePage>
  );
}
