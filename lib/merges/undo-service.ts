import "server-only";
import { keysOfName } from "@/lib/delegates/keys";
import { personColumns, personOf } from "@/lib/delegates/written";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { rowsJson } from "@/lib/platform/rows";
import { byHandOf, openBefore, type Before, type MandateRow } from "./before";
import { refusals } from "./labels";
import { holdMandates, rekey, tell } from "./pair-service";
import { may } from "./policy";
import { getMerge, undoEnds } from "./queries";

type Merged = { id: string; committeeId: string; keptId: string; droppedId: string };

/** Takes the merge for this undo alone, and what was before. */
async function take(actor: Actor, at: { id: string; version: number }) {
  const found = await getMerge(actor, at.id);
  if (!may(actor, "undo", found)) throw new Forbidden("merge.undo", { type: "PersonMerge", id: at.id }, refusals.undo);
  if (found.undoneAt) throw new Refusal(refusals.undone);
  if (undoEnds(found.createdAt) <= now()) throw new Refusal(refusals.undoLate);
  const [taken] = await db().personMerge.updateManyAndReturn({ where: { id: at.id, version: at.version, undoneAt: null }, data: { undoneAt: now(), version: { increment: 1 } }, select: { beforeCipher: true, keptVersion: true } });
  if (!taken) throw new Conflict({}, String(found.version));
  if (!taken.beforeCipher) throw new Refusal(refusals.undoLate);
  return { found, before: openBefore(at.id, taken.beforeCipher), keptVersion: taken.keptVersion };
}

/** Refuses when anything the merge touched has moved on, saying what. */
async function refuseMoved({ keptId, committeeId }: Merged, before: Before, mandates: MandateRow[]): Promise<void> {
  const refuse = (what: string): never => {
    throw new Refusal(refusals.undoMoved(what));
  };
  const known = new Map(mandates.map((d) => [d.id, d.version]));
  if (before.moved.some((d) => known.get(d.id) !== d.version)) refuse("转过来的代表资格又有变动");
  const ours = new Set([...before.own, ...before.moved.map((d) => d.id)]);
  if (mandates.some((d) => !ours.has(d.id))) refuse("此人又登记了新的代表资格");
  if ((await db().account.count({ where: { id: { in: before.accounts }, personId: keptId } })) !== before.accounts.length) refuse("转过来的账号又改了对应的人员");
  const numbers = [before.kept, before.dropped].map((p) => p.idNumberIndex).filter((index) => index !== null);
  if ((await db().person.count({ where: { committeeId, idNumberIndex: { in: numbers }, id: { not: keptId } } })) > 0) refuse("原来的身份证号又登记在他人名下");
  const doubles = before.removed.delegates.filter((d) => d.delegateNo !== null).map((d) => ({ termId: d.termId, delegateNo: d.delegateNo }));
  if (doubles.length > 0 && (await db().delegate.count({ where: { OR: doubles } })) > 0) refuse("撤下的代表证号又由他人使用");
}

/** Both persons as they were; versions go on, so that nothing read in between can be saved over them. */
async function becomeTwo(actor: Actor, { keptId, droppedId }: Merged, before: Before, keptVersion: number): Promise<void> {
  const [mine, theirs] = [personOf(before.kept), personOf(before.dropped)];
  const columns = personColumns(keptId, { person: mine, keys: keysOfName(mine.name, byHandOf(before.kept)), pinyinByHand: before.kept.pinyinByHand });
  const { count } = await db().person.updateMany({ where: { id: keptId, version: keptVersion }, data: { ...columns, version: { increment: 1 } } });
  if (count === 0) throw new Refusal(refusals.undoMoved("保留的人员资料又有改动"));
  const back = { ...before.dropped, version: before.dropped.version + 1 };
  await db().$executeRaw`INSERT INTO "Person" SELECT * FROM json_populate_recordset(NULL::"Person", ${rowsJson([back])}::json)`;
  await db().delegate.updateMany({ where: { id: { in: before.moved.map((d) => d.id) } }, data: { personId: droppedId, version: { increment: 1 } } });
  await db().account.updateMany({ where: { id: { in: before.accounts } }, data: { personId: droppedId } });
  await restoreRemoved(before.removed);
  await rekey(actor, before.kept, mine);
  await rekey(actor, before.dropped, theirs);
}

async function restoreRemoved({ delegates, events, pasts, items = [] }: Before["removed"]): Promise<void> {
  try {
    await db().$executeRaw`INSERT INTO "Delegate" SELECT * FROM json_populate_recordset(NULL::"Delegate", ${rowsJson(delegates)}::json)`;
  } catch (error) {
    if (/23503|ForeignKey/.test(JSON.stringify((error as { meta?: unknown }).meta ?? null))) throw new Refusal(refusals.undoMoved("撤下的代表资格原来所在的代表团、小组或单位已被删除"));
    throw error;
  }
  await db().$executeRaw`INSERT INTO "DelegateStatusEvent" SELECT * FROM json_populate_recordset(NULL::"DelegateStatusEvent", ${rowsJson(events)}::json)`;
  await db().$executeRaw`INSERT INTO "DelegatePast" SELECT * FROM json_populate_recordset(NULL::"DelegatePast", ${rowsJson(pasts)}::json)`;
  await db().$executeRaw`INSERT INTO "DelegateBatchItem" SELECT * FROM json_populate_recordset(NULL::"DelegateBatchItem", ${rowsJson(items)}::json)`;
}

async function restoreDistinctions({ rows, copies }: Before["apart"]): Promise<void> {
  await db().personDistinction.deleteMany({ where: { id: { in: copies } } });
  // A third who is gone by now needs no decision.
  await db().$executeRaw`
    INSERT INTO "PersonDistinction" SELECT r.* FROM json_populate_recordset(NULL::"PersonDistinction", ${rowsJson(rows)}::json) r
    WHERE EXISTS (SELECT 1 FROM "Person" p WHERE p.id = r."lowId") AND EXISTS (SELECT 1 FROM "Person" p WHERE p.id = r."highId")`;
}

/**
 * Takes a merge back as a whole: both persons as they were, with the mandates, accounts and decisions of each. Refuses
 * after 24 hours, a second time, and when the person, a mandate, an account or a number has moved on since.
 */
export const undo = (actor: Actor, at: { id: string; version: number }): Promise<void> =>
  transact(async () => {
    const { found, before, keptVersion } = await take(actor, at);
    const [kept] = await db().$queryRaw<{ version: number }[]>`SELECT version FROM "Person" WHERE id = ${found.keptId}::uuid FOR UPDATE`;
    if (!kept) throw new Refusal(refusals.undoMoved("保留的人员又并入了他人"));
    if (kept.version !== keptVersion) throw new Refusal(refusals.undoMoved("保留的人员资料又有改动"));
    await refuseMoved(found, before, await holdMandates(actor, [found.keptId]));
    await becomeTwo(actor, found, before, keptVersion);
    await restoreDistinctions(before.apart);
    await db().personMerge.updateMany({ where: { id: at.id }, data: { beforeCipher: null } });
    await audit(actor, { verb: "merge.undo", target: { type: "PersonMerge", id: at.id, name: `${before.kept.name}、${before.dropped.name}` } });
    await tell(actor, "delegate.undoMerge", before.own, before.kept.name, {});
    await tell(actor, "delegate.undoMerge", before.moved.map((d) => d.id), before.dropped.name, {});
    for (const d of before.removed.delegates) await tell(actor, "delegate.undoMerge", [d.id], d.personId === found.keptId ? before.kept.name : before.dropped.name, {});
  });
