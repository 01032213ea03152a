import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice";
import { Confirm } from "@/components/ui/confirm";
import { Field, Select, Textarea } from "@/components/ui/field";
import { inPlace } from "@/components/ui/in-place";
import { Tag } from "@/components/ui/tag";
import { displayName } from "@/lib/platform/chinese/name";
import { addFinding, editFinding, removeFinding, removeFindingPhoto } from "@/lib/researches/actions";
import { fieldNames, findingNames, findingTones } from "@/lib/researches/labels";
import type { FindingRow, ResearchRecord } from "@/lib/researches/queries";

type Props = { of: ResearchRecord; here: string };

/** Kinds by name, not image/*: a phone then hands over a JPEG instead of its own format, and still offers its camera. */
const KINDS = "image/jpeg,image/png,image/webp";

/** The photographs of one finding; its writer adds and takes off. A plain form: it works without scripts. */
function Photos({ finding, here, refused }: { finding: FindingRow; here: string; refused?: string }) {
  const src = (id: string, size: string) => `${here}/photos/${id}?size=${size}`;
  return (
    <>
      {finding.photos.length === 0 ? null : (
        <ul className="mt-2 grid grid-cols-3 gap-2 lg:grid-cols-6" aria-label="照片">
          {finding.photos.map(({ id }, i) => (
            <li key={id}>
              <a href={src(id, "photo")} target="_blank" rel="noreferrer"><img src={src(id, "thumb")} alt={`照片 ${i + 1}`} loading="lazy" className="block aspect-square w-full rounded object-cover" /></a>
              {finding.mends ? <ActionForm action={removeFindingPhoto} formKey={randomUUID()} id={`photo-${id}`} submit="删除" variant="danger" small className={`no-print mt-1 ${inPlace}`}><input type="hidden" name="id" value={finding.id} /><input type="hidden" name="photoId" value={id} /></ActionForm> : null}
            </li>
          ))}
        </ul>
      )}
      {refused ? <div className="notice danger mt-3" role="alert"><b>{refused}</b></div> : null}
      {finding.mends ? (
        <form action={`${here}/findings/${finding.id}/photos`} method="post" encType="multipart/form-data" className="no-print mt-3">
          <div className={refused ? "field bad mb-2" : "field mb-2"}>
            <label htmlFor={`photo-${finding.id}`}>上传照片</label>
            <input id={`photo-${finding.id}`} name="photo" type="file" accept={KINDS} required className="input" />
          </div>
          <Button small>上传照片</Button>
        </form>
      ) : null}
    </>
  );
}

function Finding({ finding, here, refused }: { finding: FindingRow; here: string; refused?: string }) {
  return (
    <li className="px-[16px] py-[12px] lg:px-[20px]" id={`finding-${finding.id}`}>
      <p className="flex flex-wrap items-baseline gap-2"><Tag tone={findingTones[finding.kind]}>{findingNames[finding.kind]}</Tag><span className="text-ink-3">{displayName(finding.authorName)} <span className="num">{finding.at}</span></span></p>
      <p className="mt-1 whitespace-pre-line break-words">{finding.text}</p>
      <Photos finding={finding} here={here} {...(refused ? { refused } : {})} />
      {finding.mends ? (
        <div className="no-print mt-3 flex flex-wrap gap-3">
          <LinkButton href={`${here}?step=finding&finding=${finding.id}`} small>修改</LinkButton>
          <Confirm label="删除" title="删除这一条" text="连同照片一并删除，不能恢复。" variant="plain"><ActionForm action={removeFinding} formKey={randomUUID()} id={`remove-${finding.id}`} submit="删除这一条" variant="danger" version={finding.version} className={inPlace}><input type="hidden" name="id" value={finding.id} /></ActionForm></Confirm>
        </div>
      ) : null}
    </li>
  );
}

/** What was seen, stop by stop. */
export function FindingsCard({ of, here, findings, at, refused }: Props & { findings: readonly FindingRow[]; at?: string; refused?: string }) {
  const stops = of.stops.map((stop, i) => ({ ...stop, n: i + 1, seen: findings.filter((f) => f.stopId === stop.id) }));
  return (
    <Card title="所见" id="findings" aside={findings.length > 0 ? `${findings.length} 条` : null} bare>
      {of.can.find && of.stops.length > 0 ? <div className="no-print p-[16px] lg:px-[20px]"><LinkButton href={`${here}?step=finding`} {...(of.can.submit && of.reportText ? {} : { variant: "primary" as const })} wide>记录所见</LinkButton></div> : null}
      {findings.length === 0 ? <p className="p-[16px] lg:px-[20px] text-ink-3">{of.can.find ? "还没有所见。到一站记一站，照片可以随后上传。" : "还没有所见。"}</p> : stops.filter(({ seen }) => seen.length > 0).map((stop, i) => (
        <section key={stop.id} className={i > 0 || of.can.find ? "border-t border-line" : ""}>
          <h3 className="px-[16px] pt-[12px] lg:px-[20px] font-semibold"><span className="num">{stop.n}</span> {stop.name}</h3>
          <ul className="rows">{stop.seen.map((finding) => <Finding key={finding.id} finding={finding} here={here} {...(refused && at === finding.id ? { refused } : {})} />)}</ul>
        </section>
      ))}
    </Card>
  );
}

/** One finding, new or the own one to be mended. Plain fields: it works without scripts. */
export function FindingForm({ of, here, finding }: Props & { finding?: FindingRow }) {
  const stops = of.stops.map((stop, i) => ({ value: stop.id, label: `${i + 1} ${stop.name}` }));
  return (
    <ActionForm action={finding ? editFinding : addFinding} formKey={randomUUID()} id="finding" submit={finding ? "保存修改" : "保存所见"} labels={fieldNames} {...(finding ? { version: finding.version } : {})} beside={<LinkButton href={`${here}#findings`} variant="plain">返回</LinkButton>}>
      {finding ? <input type="hidden" name="id" value={finding.id} /> : <input type="hidden" name="activityId" value={of.id} />}
      <Field name="stopId" label={fieldNames.stopId}><Select options={stops} empty="请选择" defaultValue={finding?.stopId ?? (stops.length === 1 ? (stops[0]?.value ?? "") : "")} /></Field>
      <RadioGroup name="kind" label={fieldNames.kind} options={Object.entries(findingNames).map(([value, label]) => ({ value, label }))} defaultValue={finding?.kind ?? null} across />
      <Field name="text" label={fieldNames.text} hint="如实记录；不当场答复、处理具体问题"><Textarea rows={6} maxLength={2000} defaultValue={finding?.text ?? ""} /></Field>
    </ActionForm>
  );
}
