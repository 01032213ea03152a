import { Table } from "@/components/ui/table";
import type { Guest } from "@/lib/activities/guest-queries";
import { guestNames, participationNames } from "@/lib/activities/labels";
import type { OnPaper } from "@/lib/activities/print-queries";
import type { ActivityRecord } from "@/lib/activities/queries";
import { momentLong, spanLong, spanOf } from "@/lib/activities/sessions";
import { displayName } from "@/lib/platform/chinese/name";
import { formatDateLong, formatInstant } from "@/lib/platform/clock";

type Of = { of: ActivityRecord; people: readonly OnPaper[]; guests: readonly Guest[] };

const Title = ({ children }: { children: string }) => <h2 className="serif text-center text-2xl">{children}</h2>;
const Line = ({ term, text }: { term: string; text: string | null }) => (text ? <p className="mt-3"><b>{term}：</b><span className="whitespace-pre-line">{text}</span></p> : null);

/** The notice as an office sends it on paper. */
export function NoticePaper({ of, today }: { of: ActivityRecord; today: string }) {
  return (
    <article className="card bg-surface p-8 leading-relaxed">
      <Title>{`关于参加“${of.title}”的通知`}</Title>
      <p className="mt-6">各位党代表：</p>
      <p className="mt-2 indent-8">现将“{of.title}”有关事项通知如下。</p>
      <Line term="时间" text={of.sessions.map((s) => `${spanLong(s)}${s.title ? `　${s.title}` : ""}${s.place ? `（${s.place}）` : ""}`).join("\n")} />
      <Line term="地点" text={of.place} />
      <Line term="内容和要求" text={of.summary} />
      <Line term="议程" text={of.agenda} />
      {of.replyBy ? <p className="mt-3">请于{momentLong(of.replyBy)}前{of.entry === "ENROLMENT" ? "报名" : "答复是否参加"}。因故不能参加的，请按时请假。</p> : <p className="mt-3">因故不能参加的，请按时请假。</p>}
      <Line term="联系人" text={of.contact} />
      <p className="mt-10 text-right">{of.unitName}</p>
      <p className="num mt-1 text-right">{formatDateLong(of.publishedAt ? formatInstant(of.publishedAt).slice(0, 10) : today)}</p>
    </article>
  );
}

const Outsiders = ({ guests, from, blanks }: { guests: readonly Guest[]; from: number; blanks: boolean }) => (
  <>{guests.map((guest, i) => <tr key={guest.id}><td className="num">{from + i + 1}</td><td>{displayName(guest.name)}</td><td className="wide">{[guestNames[guest.kind], guest.organization].filter(Boolean).join("，")}</td>{blanks ? <><td className="w-40" /><td className="w-24" /></> : <td>会外人员</td>}</tr>)}</>
);

/** Everybody on the list by delegation, and those from outside. */
export function NamesPaper({ of, people, guests }: Of) {
  return (
    <article className="card bg-surface p-8">
      <Title>{`${of.title}参加人员名单`}</Title>
      <p className="num mt-2 mb-4 text-center text-13 text-ink-2">{spanOf(of)}　{of.place}　代表 {people.length} 人{guests.length > 0 ? `，会外人员 ${guests.length} 人` : ""}</p>
      <Table caption="参加人员名单" columns={[{ label: "序号" }, { label: "姓名" }, { label: "单位和职务" }, { label: "代表团" }]} compact>
        {people.map((p, i) => <tr key={p.id}><td className="num">{i + 1}</td><td>{displayName(p.name)}</td><td className="wide">{p.post || p.unit}{p.state === "LEAVE_GRANTED" ? `（${participationNames.LEAVE_GRANTED}）` : ""}</td><td className="wide">{p.delegation}</td></tr>)}
        <Outsiders guests={guests} from={people.length} blanks={false} />
      </Table>
    </article>
  );
}

/** One sheet a session, with boxes to sign in; the next session begins on paper of its own. */
export function SheetPapers({ of, people, guests }: Of) {
  return (
    <div className="stack">
      {of.sessions.map((s, i) => (
        <article key={s.id} className={i === 0 ? "card bg-surface p-8" : "card bg-surface p-8 [break-before:page]"}>
          <Title>{`${of.title}签到表`}</Title>
          <p className="num mt-2 mb-4 text-center text-13 text-ink-2">第 {s.position} 场　{spanOf(s)}　{s.place ?? of.place}{s.title ? `　${s.title}` : ""}</p>
          <div className="[&_td]:h-[11mm]! [&_td]:border-x [&_td]:border-line-strong"><Table caption={`第 ${s.position} 场签到表`} columns={[{ label: "序号" }, { label: "姓名" }, { label: "单位和职务" }, { label: s.signOut ? "签到 / 签退" : "签到" }, { label: "备注" }]} compact>
            {people.map((p, n) => <tr key={p.id}><td className="num">{n + 1}</td><td>{displayName(p.name)}</td><td className="wide">{p.post || p.unit}</td><td className="w-40" /><td className="w-24">{p.state === "LEAVE_GRANTED" ? participationNames.LEAVE_GRANTED : ""}</td></tr>)}
            <Outsiders guests={guests} from={people.length} blanks />
          </Table></div>
        </article>
      ))}
    </div>
  );
}

/** Names to stand on the tables: each card is folded along its middle and read from both sides. */
export function CardPapers({ people, guests }: Pick<Of, "people" | "guests">) {
  const names = [...people.filter((p) => p.state !== "LEAVE_GRANTED"), ...guests].map(({ id, name }) => ({ id, name: displayName(name) }));
  return (
    <div className="grid gap-6">
      {names.map(({ id, name }) => (
        <div key={id} className="serif mx-auto w-full max-w-[176mm] border border-line-strong bg-surface text-center text-[60pt] font-bold [break-inside:avoid]">
          <p className="flex h-[60mm] items-center justify-center [transform:rotate(180deg)]" aria-hidden="true">{name}</p>
          <p className="flex h-[60mm] items-center justify-center border-t border-dashed border-line-strong">{name}</p>
        </div>
      ))}
    </div>
  );
}
