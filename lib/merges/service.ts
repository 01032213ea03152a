import "server-only";
import { v7 as newId } from "uuid";
import { keysOfName } from "@/lib/delegates/keys";
import { statusNames } from "@/lib/delegates/labels";
import { personFindings } from "@/lib/delegates/person-rules";
import type { PersonValues } from "@/lib/delegates/values";
import { changesBetween, personColumns, personOf } from "@/lib/delegates/written";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { formatMonth, today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import type { DelegateStatus } from "@/prisma/client/enums";
import { byHandOf, sealBefore, type Before, type MandateRow, type PersonRow, type Row } from "./before";
import { personFields, refusals } from "./labels";
import { holdMandates, holdPair, rekey, tell } from "./pair-service";
import { hasLeft, inOrder } from "./queries";
import type { MergeInput } from "./schema";

type Pair = { keep: PersonRow; drop: PersonRow };

/** Each fact from the side it was chosen from; a pinyin set by hand comes along with its name. */
function chosen({ keep, drop }: Pair, input: MergeInput): { values: PersonValues; named: PersonRow } {
  const [mine, theirs] = [personOf(keep), personOf(drop)];
  const values = Object.fromEntries(personFields.map((field) => [field, (input[field] === "drop" ? theirs : mine)[field]])) as PersonValues;
  const findings = personFindings(values, today()).filter((f) => f.severity === "ERROR");
  if (findings.length > 0) throw new Refusal("没有合并。所选的内容相互矛盾，请核对。", Object.fromEntries(findings.map((f) => [f.field, [f.message]])));
  return { values, named: input.name === "drop" ? drop : keep };
}

/** Statuses of a mandate that nothing but its registration brought about. */
const PLAIN: readonly string[] = ["PENDING_REVIEW", "ACTIVE", "TERM_ENDED"] satisfies DelegateStatus[];

async function refuseHanging(doomed: MandateRow[], terms: Map<string, string>): Promise<void> {
  const changed = doomed.find((d) => !PLAIN.includes(d.status));
  if (changed) throw new Refusal("没有合并。", { stays: [refusals.notToDrop(terms.get(changed.termId) ?? "", statusNames[changed.status as DelegateStatus])] });
  const used = [{ terminations: { some: {} } }, { corrections: { some: {} } }, { ownConfirmations: { some: {} } }, { consents: { some: {} } }, { vacancy: { isNot: null } }, { fills: { isNot: null } }, { posts: { some: {} } }, { duties: { some: {} } }, { participations: { some: {} } }, { opinions: { some: {} } }, { statusEvents: { some: { papers: { some: {} } } } }];
  const hanging = await db().delegate.findFirst({ where: { id: { in: doomed.map((d) => d.id) }, OR: used }, select: { termId: true } });
  if (hanging) throw new Refusal("没有合并。", { stays: [refusals.hanging(terms.get(hanging.termId) ?? "")] });
}

/** Where both have a mandate in a term that neither has left, one is taken down; returned with its events, its past and the batches it was part of, which an undo puts back. */
async function removeDoubles({ keep, drop }: Pair, mandates: MandateRow[], stays: MergeInput["stays"]): Promise<Before["removed"]> {
  const standing = mandates.filter((d) => !hasLeft(d.status));
  const termsOf = (personId: string) => new Set(standing.filter((d) => d.personId === personId).map((d) => d.termId));
  const [mine, theirs] = [termsOf(keep.id), termsOf(drop.id)];
  const both = [...mine].filter((termId) => theirs.has(termId));
  if (both.length === 0) return { delegates: [], events: [], pasts: [], items: [] };
  const terms = new Map((await db().term.findMany({ where: { id: { in: both } }, select: { id: true, name: true } })).map((t) => [t.id, t.name]));
  if (!stays) throw new Refusal("没有合并。", { stays: [refusals.bothIn([...terms.values()].join("、"))] });
  const doomed = standing.filter((d) => both.includes(d.termId) && d.personId === (stays === "keep" ? drop.id : keep.id));
  await refuseHanging(doomed, terms);
  const ids = doomed.map((d) => d.id);
  const events = await db().$queryRaw<{ row: Row<object> }[]>`SELECT to_jsonb(e) AS row FROM "DelegateStatusEvent" e WHERE e."delegateId" = ANY(${ids}::uuid[]) ORDER BY e.id`;
  const pasts = await db().$queryRaw<{ row: Row<object> }[]>`SELECT to_jsonb(h) AS row FROM "DelegatePast" h WHERE h."delegateId" = ANY(${ids}::uuid[])`;
  const items = await db().delegateBatchItem.findMany({ where: { delegateId: { in: ids } } });
  try {
    await db().delegate.deleteMany({ where: { id: { in: ids } } });
  } catch (error) {
    // Something of a later day hangs on it.
    if (JSON.stringify((error as { meta?: unknown }).meta ?? null).includes("ForeignKey")) throw new Refusal("没有合并。", { stays: [refusals.hanging(terms.get(doomed[0]?.termId ?? "") ?? "")] });
    throw error;
  }
  return { delegates: doomed, events: events.map(({ row }) => row), pasts: pasts.map(({ row }) => row), items };
}

/** Decisions about the dropped person and a third hold for the kept one, too. */
async function carryDistinctions({ keep, drop }: Pair): Promise<Before["apart"]> {
  const rows = await db().personDistinction.findMany({ where: { OR: [{ lowId: drop.id }, { highId: drop.id }] } });
  const copies = rows.map((row) => ({ ...row, id: newId(), ...inOrder(keep.id, row.lowId === drop.id ? row.highId : row.lowId) }));
  const made = await db().personDistinction.createManyAndReturn({ data: copies, skipDuplicates: true, select: { id: true } });
  return { rows, copies: made.map((m) => m.id) };
}

/** Whatever hung on the dropped person hangs on the kept one. */
async function moveAll({ keep, drop }: Pair, left: MandateRow[]): Promise<Pick<Before, "own" | "moved" | "accounts" | "apart">> {
  const accounts = await db().account.findMany({ where: { personId: drop.id }, select: { id: true } });
  await db().account.updateMany({ where: { personId: drop.id }, data: { personId: keep.id } });
  const moved = left.filter((d) => d.personId === drop.id);
  await db().delegate.updateMany({ where: { personId: drop.id }, data: { personId: keep.id, version: { increment: 1 } } });
  return {
    own: left.filter((d) => d.personId === keep.id).map((d) => d.id), moved: moved.map((d) => ({ id: d.id, version: d.version + 1 })),
    accounts: accounts.map((a) => a.id), apart: await carryDistinctions({ keep, drop }),
  };
}

/** The dropped person goes first, for the kept one may take over the number. */
async function becomeOne(actor: Actor, { keep, drop }: Pair, values: PersonValues, named: PersonRow): Promise<void> {
  const gone = await db().person.deleteMany({ where: { id: drop.id, version: drop.version } });
  const columns = personColumns(keep.id, { person: values, keys: keysOfName(values.name, byHandOf(named)), pinyinByHand: named.pinyinByHand });
  const kept = await db().person.updateMany({ where: { id: keep.id, version: keep.version }, data: { ...columns, version: { increment: 1 } } });
  if (gone.count + kept.count !== 2) throw new Refusal(refusals.moved);
  await rekey(actor, { ...named, id: keep.id }, values);
}

/**
 * Makes one person of two: each fact from the side chosen, every mandate and account with the kept one, the other gone.
 * Returns the id of the merge, which can be undone for 24 hours. Refuses a pair found to be two, one that moved on
 * since it was read or is gone, two mandates in a term until it is said whose stays, and facts that cannot be.
 */
export const merge = (actor: Actor, input: MergeInput): Promise<string> =>
  transact(async () => {
    const pair = await holdPair(actor, "merge", input.keepId, input.dropId);
    const { keep, drop } = pair;
    if (drop.photoAt) throw new Refusal(refusals.photo);
    if (keep.version !== input.keepVersion || drop.version !== input.dropVersion) throw new Refusal(refusals.moved);
    if ((await db().personDistinction.count({ where: inOrder(keep.id, drop.id) })) > 0) throw new Refusal(refusals.apart);
    const { values, named } = chosen(pair, input);
    const mandates = await holdMandates(actor, [keep.id, drop.id]);
    const removed = await removeDoubles(pair, mandates, input.stays);
    const left = mandates.filter((d) => !removed.delegates.some((r) => r.id === d.id));
    const hung = await moveAll(pair, left);
    await becomeOne(actor, pair, values, named);
    const id = newId();
    const { grounds } = input;
    const beforeCipher = sealBefore(id, { kept: keep, dropped: drop, removed, ...hung });
    await db().personMerge.create({
      data: { id, committeeId: keep.committeeId, keptId: keep.id, droppedId: drop.id, keptName: values.name, droppedName: drop.name, moved: hung.moved.length, removed: removed.delegates.length, grounds, keptVersion: keep.version + 1, beforeCipher, accountId: actor.accountId, accountName: actor.name },
      select: { id: true },
    });
    const changes = changesBetween(personOf(keep), values, {});
    const both = { keptId: [keep.name, values.name] as [string, string], droppedId: [`${drop.name}，${formatMonth(drop.birthMonth)}`, null] as [string, null] };
    await audit(actor, { verb: "merge.merge", target: { type: "PersonMerge", id, name: `${keep.name}、${drop.name}` }, changes: { ...both, ...changes }, reason: grounds });
    await tell(actor, "delegate.merge", left.map((d) => d.id), values.name, { changes, reason: grounds });
    await tell(actor, "delegate.withdrawDouble", removed.delegates.map((d) => d.id), values.name, { reason: grounds });
    return id;
  });
