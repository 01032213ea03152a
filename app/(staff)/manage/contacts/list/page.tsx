import type { Metadata } from "next";
import { ContactTable } from "@/components/contacts/contact-parts";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Field, Select } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { hrefWith } from "@/components/ui/href";
import { ListBar } from "@/components/ui/list-bar";
import { PageHead } from "@/components/ui/page-head";
import { Pager, RangeText } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { contactKinds, fieldNames, kindNames, shownNames, type Shown } from "@/lib/contacts/labels";
import { listCoverage, PAGE } from "@/lib/contacts/queries";
import { quarterName } from "@/lib/platform/quarters";
import { contactFilters } from "@/lib/contacts/schema";
import { getRosterFrame } from "@/lib/delegates/queries";
import { requireStaff } from "@/lib/platform/guards";
import { listDelegationNames } from "@/lib/terms/queries";

export const metadata: Metadata = { title: "联系对象名单" };

const PATH = "/manage/contacts/list";
const WAYS: Record<Shown, string> = { all: "全部", covered: "已联系", open: "未联系" };

export default async function Page({ searchParams }: PageProps<"/manage/contacts/list">) {
  const actor = await requireStaff();
  const { page, show, ...narrow } = contactFilters.parse(await searchParams);
  const frame = await getRosterFrame(actor);
  const [{ rows, total }, places] = frame ? await Promise.all([listCoverage(actor, { termId: frame.termId, ...narrow }, { show, page }), listDelegationNames(actor, frame.termId)]) : [{ rows: [], total: 0 }, []];
  const href = (other: Shown) => hrefWith(PATH, narrow, { show: other });
  return (
    <>
      <PageHead crumb={[{ label: "履职" }, { label: "联系对象", href: hrefWith("/manage/contacts", { quarter: narrow.quarter }, {}) }, { label: "名单" }]} title="联系对象名单" small={quarterName(narrow.quarter)} />
      <FilterBar path={PATH} keep={{ quarter: narrow.quarter, show }}>
        <Field name="delegation" label="代表团"><Select empty="全部代表团" defaultValue={narrow.delegation ?? ""} options={places.map(({ id, name }) => ({ value: id, label: name }))} /></Field>
        <Field name="kind" label={fieldNames.kind}><Select empty="全部类别" defaultValue={narrow.kind ?? ""} options={contactKinds.map((value) => ({ value, label: kindNames[value] }))} /></Field>
      </FilterBar>
      <Card bare>
        <Tabs label="按联系情况" current={href(show)} items={(Object.keys(WAYS) as Shown[]).map((one) => ({ href: href(one), label: WAYS[one] }))} />
        {rows.length === 0 ? <Empty title={`没有${shownNames[show] === shownNames.all ? "联系对象" : `“${WAYS[show]}”的联系对象`}`} why="请更换条件，或返回上一页查看各代表团的情况。" /> : <><ListBar><RangeText total={total} page={page} size={PAGE} unit="个" /></ListBar><ContactTable rows={rows} whose caption="联系对象名单" /></>}
        <Pager path={PATH} params={{ ...narrow, show }} total={total} page={page} size={PAGE} unit="个" sizes={[]} />
      </Card>
    </>
  );
}
