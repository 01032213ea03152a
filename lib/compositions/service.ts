import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { figureOf, takesTarget } from "./figures";
import { measureNames, operatorNames, refusals } from "./labels";
import { may, visibleTo, type CompositionAct } from "./policy";
import { valueFaults, type ReferenceInput, type TargetChange, type TargetInput } from "./schema";
import { requirementText, valueText } from "./targets";

const nameOf = (dimension: string) => figureOf(dimension)?.name ?? dimension;

const refuseUnless = (actor: Actor, act: CompositionAct, target: { type: string; id: string }) => {
  if (!may(actor, act, { committeeId: actor.committeeId ?? "" })) throw new Forbidden(`composition.${act}`, target, refusals.edit);
};

const refuseFaults = (input: { measure: TargetInput["measure"]; value: number }) => {
  const faults = valueFaults(input);
  if (faults.length > 0) throw new Refusal("有内容需要改正，尚未保存。", { value: faults });
};

/** The term, if it is one of the actor's committee. */
async function findTerm(actor: Actor, id: string) {
  const term = await db().term.findFirst({ where: { id, committeeId: actor.committeeId ?? "" }, select: { id: true, committeeId: true, name: true, ageReferenceOn: true, version: true } });
  if (!term) throw new NotFound({ type: "Term", id });
  return term;
}

async function findTarget(actor: Actor, id: string) {
  const found = await db().compositionTarget.findFirst({
    where: { AND: [visibleTo(actor), { id }] },
    select: { id: true, termId: true, dimension: true, operator: true, measure: true, value: true, version: true },
  });
  if (!found) throw new NotFound({ type: "CompositionTarget", id });
  const { value, ...target } = found;
  return { ...target, tenths: value.mul(10).toNumber() };
}

/** Sets a requirement of a term; `value` in tenths. Refuses a second one of the same figure and direction. Returns its id. */
export const setTarget = (actor: Actor, input: TargetInput): Promise<string> =>
  transact(async () => {
    refuseUnless(actor, "setTarget", { type: "Term", id: input.termId });
    refuseFaults(input);
    if (!takesTarget(input.dimension)) throw new Refusal("没有保存。", { dimension: [refusals.figure] });
    const term = await findTerm(actor, input.termId);
    const { dimension, operator, measure, value } = input;
    const [target] = await db().compositionTarget.createManyAndReturn({
      data: [{ committeeId: term.committeeId, termId: term.id, dimension, operator, measure, value: value / 10 }],
      skipDuplicates: true, select: { id: true },
    });
    if (!target) throw new Refusal("没有保存。", { dimension: [refusals.sameTarget] });
    const name = `${term.name} ${nameOf(dimension)}`;
    await audit(actor, { verb: "composition.setTarget", target: { type: "CompositionTarget", id: target.id, name }, changes: { value: [null, requirementText({ operator, measure, tenths: value })] } });
    return target.id;
  });

type Stored = Awaited<ReturnType<typeof findTarget>>;

const conflictOf = (theirs: Stored, yours: TargetChange) => {
  const words = (t: { operator: TargetChange["operator"]; measure: TargetChange["measure"]; tenths: number }) => ({ operator: operatorNames[t.operator], value: valueText(t.tenths), measure: measureNames[t.measure] });
  const [a, b] = [words(theirs), words({ ...yours, tenths: yours.value })];
  const keys = (["operator", "value", "measure"] as const).filter((key) => a[key] !== b[key]);
  return new Conflict(Object.fromEntries(keys.map((key) => [key, { theirs: a[key], yours: b[key] }])), String(theirs.version));
};

/** Whether another requirement of the same figure already points the same way. */
const taken = async (target: Stored, operator: TargetChange["operator"]): Promise<boolean> =>
  operator !== target.operator && (await db().compositionTarget.count({ where: { termId: target.termId, dimension: target.dimension, operator } })) > 0;

/** Changes direction, value or unit of a requirement. Conflict when somebody changed it since `version`. */
export const changeTarget = (actor: Actor, input: TargetChange): Promise<void> =>
  transact(async () => {
    const target = await findTarget(actor, input.id);
    refuseUnless(actor, "changeTarget", { type: "CompositionTarget", id: input.id });
    refuseFaults(input);
    const { id, version, operator, measure, value } = input;
    if (await taken(target, operator)) throw new Refusal("没有保存。", { operator: [refusals.sameTarget] });
    const { count } = await db().compositionTarget.updateMany({ where: { id, version }, data: { operator, measure, value: value / 10, version: { increment: 1 } } });
    if (count === 0) throw conflictOf(await findTarget(actor, id), input);
    const changes = changesOf({ value: requirementText(target) }, { value: requirementText({ operator, measure, tenths: value }) });
    await audit(actor, { verb: "composition.changeTarget", target: { type: "CompositionTarget", id, name: nameOf(target.dimension) }, changes });
  });

/** Takes a requirement away. Conflict when somebody changed it since `version`. */
export const removeTarget = (actor: Actor, input: { id: string; version: number }): Promise<void> =>
  transact(async () => {
    const target = await findTarget(actor, input.id);
    refuseUnless(actor, "removeTarget", { type: "CompositionTarget", id: input.id });
    const { count } = await db().compositionTarget.deleteMany({ where: { id: input.id, version: input.version } });
    if (count === 0) throw new Conflict({}, String((await findTarget(actor, input.id)).version));
    await audit(actor, { verb: "composition.removeTarget", target: { type: "CompositionTarget", id: input.id, name: nameOf(target.dimension) }, changes: { value: [requirementText(target), null] } });
  });

/** Sets the day ages are counted to in a term; null falls back to the opening of the congress. Conflict on an old version. */
export const setReferenceDate = (actor: Actor, input: ReferenceInput): Promise<void> =>
  transact(async () => {
    refuseUnless(actor, "setReferenceDate", { type: "Term", id: input.termId });
    const term = await findTerm(actor, input.termId);
    const ageReferenceOn = input.ageReferenceOn === null ? null : new Date(input.ageReferenceOn);
    const { count } = await db().term.updateMany({ where: { id: term.id, version: input.version }, data: { ageReferenceOn, version: { increment: 1 } } });
    if (count === 0) {
      const now = await findTerm(actor, term.id);
      const iso = (d: Date | null) => d?.toISOString().slice(0, 10) ?? "";
      throw new Conflict({ ageReferenceOn: { theirs: iso(now.ageReferenceOn), yours: iso(ageReferenceOn) } }, String(now.version));
    }
    await audit(actor, { verb: "composition.setReferenceDate", target: { type: "Term", id: term.id, name: term.name }, changes: changesOf({ ageReferenceOn: term.ageReferenceOn }, { ageReferenceOn }) });
  });

/** Records that the actor took the tables of a term away as a file. Forbidden for those who may only read. */
export const recordExport = (actor: Actor, term: { termId: string; termName: string }): Promise<void> =>
  transact(async () => {
    if (!may(actor, "export", { committeeId: actor.committeeId ?? "" })) throw new Forbidden("composition.export", { type: "Term", id: term.termId }, refusals.export);
    await audit(actor, { verb: "composition.export", target: { type: "Term", id: term.termId, name: term.termName } });
  });
