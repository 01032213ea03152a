import { Card } from "@/components/ui/card";
import { Describe } from "@/components/ui/describe";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { entryNames, fieldNames, kindNames } from "@/lib/activities/labels";
import type { FileRow } from "@/lib/activities/file-queries";
import type { ActivityRecord } from "@/lib/activities/queries";
import { stateTones } from "@/lib/participations/labels";
import type { OwnStanding } from "@/lib/participations/own-queries";
import { formatInstant } from "@/lib/platform/clock";
import { sizeOf } from "@/lib/platform/media";
import { answerWords, standingWords, whenOf } from "./own-words";

/** How the own person stands with an activity, where it needs saying. */
export function StandingNotice({ of, standing }: { of: ActivityRecord; standing: OwnStanding }) {
  const said = standingWords(of, standing);
  return said ? <Notice tone={said.tone} title={said.title}>{said.text ?? null}</Notice> : null;
}

/** What decides whether one can come: when, where, until when to answer. */
export function OwnFacts({ of, standing: { own } }: { of: ActivityRecord; standing: OwnStanding }) {
  const ends = of.entry === "ENROLMENT" ? "报名截止" : "答复截止";
  return (
    <Card title={of.title} aside={own && of.state !== "CANCELLED" ? <Tag tone={stateTones[own.state]}>{own.stateName}</Tag> : null}>
      <Describe items={[
        { term: "时间", value: <span className="num">{whenOf(of)}</span> }, { term: "地点", value: of.place }, { term: "类别", value: kindNames[of.kind] },
        { term: "参加方式", value: entryNames[of.entry] }, ...(of.replyBy ? [{ term: ends, value: <span className="num">{formatInstant(of.replyBy)}</span> }] : []),
        ...(of.entry === "ENROLMENT" ? [{ term: "名额", value: of.capacity === null ? "不限" : `${of.capacity} 人` }] : []),
        { term: "组织单位", value: of.unitName }, ...(of.contact ? [{ term: "联系", value: of.contact }] : []), ...(own?.replied ? [{ term: of.entry === "ENROLMENT" ? "报名时间" : "答复时间", value: <span className="num">{answerWords(of, own)}</span> }] : []),
      ]} />
    </Card>
  );
}

const Lines = ({ title, text }: { title: string; text: string | null }) => (text ? <Card title={title}><p className="whitespace-pre-line">{text}</p></Card> : null);

export function OwnTexts({ of }: { of: ActivityRecord }) {
  return <><Lines title={fieldNames.summary ?? ""} text={of.summary} /><Lines title={fieldNames.agenda ?? ""} text={of.agenda} /></>;
}

type Session = ActivityRecord["sessions"][number];

const partsOf = ({ speaker, place, hours, signOut }: Session): string => [speaker, place, hours > 0 ? `${hours} 学时` : null, signOut ? "须签退" : null].filter(Boolean).join("，");

/** The sessions one under the other; a single one that says no more than the activity is left out. */
export function OwnSessions({ of }: { of: ActivityRecord }) {
  const [first, ...others] = of.sessions;
  if (!first || (others.length === 0 && !first.title && !partsOf(first))) return null;
  const hours = of.sessions.reduce((sum, s) => sum + s.hours, 0);
  return (
    <Card title="场次" aside={`${of.sessions.length} 场${hours > 0 ? `，共 ${hours} 学时` : ""}`} bare>
      <ol className="rows mt-1">
        {of.sessions.map((s) => (
          <li key={s.id} className="px-[16px] py-[12px]">
            <p className="num text-base text-ink-3">{whenOf(s)}</p>
            <p className="font-semibold">{s.title ?? `第 ${s.position} 场`}</p>
            {partsOf(s) ? <p className="text-base text-ink-2">{partsOf(s)}</p> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** The materials as files to keep, and which of them one has opened. */
export function OwnFiles({ of, files }: { of: ActivityRecord; files: readonly FileRow[] }) {
  if (files.length === 0) return null;
  return (
    <Card title="材料" aside={`${files.length} 份`} bare>
      <ul className="rows mt-1">
        {files.map((file) => (
          <li key={file.id}><a className="row" href={`/my/activities/${of.id}/files/${file.id}`} download><span className="text-blue underline">{file.fileName}</span><span className="v text-base">{sizeOf(file.size)}{file.read > 0 ? "，已下载" : ""}</span></a></li>
        ))}
      </ul>
    </Card>
  );
}
