import { randomUUID } from "node:crypto";
import Link from "next/link";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { Confirm } from "@/components/ui/confirm";
import { Field, Input, Select } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import { STAFF_LIST } from "@/lib/delegates/list-back";
import { appointPost, dismissPost } from "@/lib/place-posts/actions";
import { fieldNames, postNames } from "@/lib/place-posts/labels";
import type { Post } from "@/lib/place-posts/queries";
import type { PlaceOf } from "@/lib/place-posts/schema";
import { displayName } from "@/lib/platform/chinese/name";
import { today } from "@/lib/platform/clock";

type Props = { of: PlaceOf; posts: { now: readonly Post[]; before: readonly Post[] }; liaisons: readonly { name: string; unit: string }[]; keeps: boolean; candidates: readonly { id: string; name: string; job: string }[] };

const PlaceFields = ({ of }: { of: PlaceOf }) => Object.entries(of).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);

function Dismiss({ of, post }: { of: PlaceOf; post: Post }) {
  return (
    <Confirm label="免去" title={`免去${post.name}的${post.title}职务`} variant="plain">
      <ActionForm action={dismissPost} formKey={randomUUID()} id={`dismiss-${post.id}`} submit={`免去${post.title}`} labels={fieldNames} variant="danger" small>
        <PlaceFields of={of} /><input type="hidden" name="id" value={post.id} />
        <Field name="untilOn" label={fieldNames.untilOn}><Input type="date" max={today()} defaultValue={today()} className="short" /></Field>
      </ActionForm>
    </Confirm>
  );
}

function Appoint({ of, candidates, head }: Pick<Props, "of" | "candidates"> & { head: Post | undefined }) {
  const titles = Object.entries(postNames[of.place]).map(([value, label]) => ({ value, label }));
  return (
    <ActionForm action={appointPost} formKey={randomUUID()} id="appoint" submit="任命" labels={fieldNames} variant="default" className="no-print">
      <PlaceFields of={of} />
      <div className="fields">
        <Field name="delegateId" label={fieldNames.delegateId}><Select empty="请选择" options={candidates.map(({ id, name, job }) => ({ value: id, label: job === "—" ? name : `${name}（${job}）` }))} /></Field>
        <Field name="kind" label={fieldNames.kind}><Select empty="请选择" options={titles} /></Field>
        <Field name="fromOn" label={fieldNames.fromOn}><Input type="date" max={today()} defaultValue={today()} /></Field>
      </div>
      {head ? <Checkbox name="replace" label={`接替${head.name}任${head.title}，${head.name}同日免去`} /> : null}
    </ActionForm>
  );
}

function Former({ posts }: { posts: readonly Post[] }) {
  return (
    <details className="border-t border-line px-5 py-3">
      <summary className="text-ink-3">曾任 {posts.length} 人次</summary>
      <ul className="mt-2 grid gap-1 text-ink-2">{posts.map((post) => <li key={post.id}>{post.title} <Link prefetch={false} className="underline" href={`${STAFF_LIST}/${post.delegateId}`}>{post.name}</Link>，<span className="num">{post.fromOn} 至 {post.untilOn}</span></li>)}</ul>
    </details>
  );
}

/** Who leads a delegation or group, who led it before, and who of the units keeps contact with it. */
export function PostsCard({ of, posts, liaisons, keeps, candidates }: Props) {
  const columns = [{ label: "职务" }, { label: "姓名", className: "who" }, { label: "工作单位及职务", className: "wide" }, { label: "任职日期" }, ...(keeps ? [{ label: "办理" }] : [])];
  return (
    <Card title="负责人" id="posts" bare>
      {posts.now.length === 0 ? <p className="px-5 py-4 text-ink-2">还没有任命{postNames[of.place].HEAD}。</p> : (
        <Table caption="负责人" columns={columns}>
          {posts.now.map((post) => (
            <tr key={post.id}>
              <td>{post.title}</td>
              <th scope="row" className="who"><Link prefetch={false} href={`${STAFF_LIST}/${post.delegateId}`}>{displayName(post.name)}</Link></th>
              <td className="wide">{post.job}</td><td className="num">{post.fromOn}</td>
              {keeps ? <td><Dismiss of={of} post={post} /></td> : null}
            </tr>
          ))}
        </Table>
      )}
      {liaisons.length > 0 ? <p className="border-t border-line px-5 py-3 text-ink-2">选举单位联络员：{liaisons.map(({ name, unit }) => `${name}（${unit}）`).join("、")}</p> : null}
      {posts.before.length > 0 ? <Former posts={posts.before} /> : null}
      {keeps && candidates.length > 0 ? <div className="border-t border-line p-5"><h3 className="mb-3 font-semibold">任命负责人</h3><Appoint of={of} candidates={candidates} head={posts.now.find((post) => post.kind === "HEAD")} /></div> : null}
    </Card>
  );
}
