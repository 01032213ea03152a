import "server-only";
import { validate as isId } from "uuid";
import type { Actor } from "@/lib/platform/actor";
import { openBytes, openJson, open } from "@/lib/platform/crypto";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { NotFound } from "@/lib/platform/errors";
import { onRegister } from "@/lib/delegates/flow";
import { visibleTo as delegatesVisibleTo } from "@/lib/delegates/policy";
import type { RosterDecisions } from "@/lib/delegates/roster/check";
import { statusWords } from "@/lib/delegates/roster/labels";
import type { Prisma } from "@/prisma/client/client";
import type { Checked, Counts } from "./checked";
import { visibleTo } from "./policy";

const summary = {
  id: true, committeeId: true, termId: true, accountId: true, fileName: true, fileHash: true, state: true, counts: true, reason: true, mode: true, reviewBasis: true,
  progress: true, total: true, added: true, updated: true, version: true, createdAt: true, committedAt: true, undoneAt: true, places: true,
} satisfies Prisma.RosterImportSelect;

const UNDO_HOURS = 24;

type Summary = Prisma.RosterImportGetPayload<{ select: typeof summary }>;

const shown = (batch: Summary) => ({
  ...batch,
  counts: batch.counts as Counts | null,
  places: batch.places as { delegations: string[]; units: string[]; groups: string[] } | null,
  uploadedAt: formatInstant(batch.createdAt),
  undoableUntil: batch.state === "DONE" && batch.committedAt ? formatInstant(new Date(batch.committedAt.getTime() + UNDO_HOURS * 3600_000)) : null,
});

export type ImportSummary = ReturnType<typeof shown>;

/** These columns of one batch; NotFound outside the actor's sight and for what is no id. */
async function find<S extends Prisma.RosterImportSelect>(actor: Actor, id: string, select: S): Promise<Prisma.RosterImportGetPayload<{ select: S }>> {
  const batch = isId(id) ? await db().rosterImport.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select }) : null;
  if (!batch) throw new NotFound({ type: "RosterImport", id });
  return batch as Prisma.RosterImportGetPayload<{ select: S }>;
}

/** One batch; NotFound outside the actor's sight. */
export const getImport = async (actor: Actor, id: string): Promise<ImportSummary> => shown(await find(actor, id, summary));

/** Batches of the committee, newest first, with who uploaded them. */
export async function listImports(actor: Actor, page: number) {
  const where = visibleTo(actor);
  const [batches, total] = await Promise.all([
    db().rosterImport.findMany({ where, select: summary, orderBy: { createdAt: "desc" }, skip: (page - 1) * 20, take: 20 }),
    db().rosterImport.count({ where }),
  ]);
  const names = await accountNames(batches.map((b) => b.accountId));
  const terms = await db().term.findMany({ where: { id: { in: [...new Set(batches.map((b) => b.termId))] } }, select: { id: true, name: true } });
  const termNames = new Map(terms.map((t) => [t.id, t.name]));
  return { total, rows: batches.map((b) => ({ ...shown(b), by: names.get(b.accountId) ?? "—", term: termNames.get(b.termId) ?? "—" })) };
}

async function accountNames(ids: string[]): Promise<Map<string, string>> {
  const accounts = await db().account.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, displayName: true } });
  return new Map(accounts.map((a) => [a.id, a.displayName]));
}

/** The checked rows of a batch; null while none are there (waiting, refused, or cleared after seven days). */
export async function getChecked(actor: Actor, id: string): Promise<Checked | null> {
  const batch = await find(actor, id, { checkCipher: true });
  return batch.checkCipher ? (openJson(batch.checkCipher, `RosterImport.check:${id}`) as Checked) : null;
}

/** What the user has corrected, mapped and accepted so far. */
export async function getDecisions(actor: Actor, id: string): Promise<RosterDecisions> {
  const batch = await find(actor, id, { choicesCipher: true });
  return batch.choicesCipher ? (JSON.parse(open(batch.choicesCipher, `RosterImport.choices:${id}`)) as RosterDecisions) : {};
}

/** The uploaded file itself; NotFound once it was cleared. */
export async function getFile(actor: Actor, id: string): Promise<{ bytes: Buffer; fileName: string }> {
  const batch = await find(actor, id, { fileCipher: true, fileName: true });
  if (!batch.fileCipher) throw new NotFound({ type: "RosterImport", id });
  return { bytes: openBytes(batch.fileCipher, `RosterImport.file:${id}`), fileName: batch.fileName };
}

/** An earlier batch of the same file in the same term that stands, to tell whoever uploads it again. */
export const findSameFile = (actor: Actor, batch: { id: string; termId: string; fileHash: string }) =>
  db().rosterImport.findFirst({
    where: { AND: [visibleTo(actor), { termId: batch.termId, fileHash: batch.fileHash, id: { not: batch.id }, state: "DONE" }] },
    select: { id: true, createdAt: true }, orderBy: { createdAt: "desc" },
  });

/** The finished batches that wrote one delegate, the first first, as far as the actor may know of them; at most twenty. */
export async function listImportsOf(actor: Actor, delegateId: string): Promise<{ id: string; fileName: string; added: boolean }[]> {
  const entries = await db().rosterImportEntry.findMany({
    where: { committeeId: actor.committeeId ?? "", delegateId, import: { AND: [visibleTo(actor), { state: "DONE" }] } },
    select: { delegateAdded: true, import: { select: { id: true, fileName: true } } }, orderBy: { id: "asc" }, take: 20,
  });
  return entries.map((e) => ({ ...e.import, added: e.delegateAdded }));
}

export type ImportOf = Awaited<ReturnType<typeof listImportsOf>>[number];

/** Delegates a batch wrote, with their names, a page at a time. */
export async function listEntries(actor: Actor, id: string, page: number) {
  await getImport(actor, id);
  const entries = await db().rosterImportEntry.findMany({ where: { importId: id }, select: { delegateId: true, delegateAdded: true }, orderBy: { id: "asc" }, skip: (page - 1) * 50, take: 50 });
  const people = await db().delegate.findMany({ where: { id: { in: entries.map((e) => e.delegateId) } }, select: { id: true, person: { select: { name: true } }, delegation: { select: { name: true } } } });
  const byId = new Map(people.map((p) => [p.id, p]));
  return entries.map((e) => ({ ...e, name: byId.get(e.delegateId)?.person.name ?? "（已移除）", delegation: byId.get(e.delegateId)?.delegation.name ?? "—" }));
}

/** Delegations, units and groups a word of the sheet may stand for, as choices. */
export async function getPlaces(actor: Actor, termId: string) {
  const committeeId = actor.committeeId ?? "";
  const select = { id: true, name: true } as const;
  const [delegations, units, groups] = await Promise.all([
    db().delegation.findMany({ where: { committeeId, termId }, select, orderBy: { position: "asc" } }),
    db().unit.findMany({ where: { committeeId, activeTo: null, parentId: { not: null } }, select, orderBy: { path: "asc" }, take: 2000 }),
    db().delegateGroup.findMany({ where: { committeeId, termId }, select, orderBy: { position: "asc" } }),
  ]);
  const options = (list: { id: string; name: string }[]) => list.map((p) => ({ value: p.id, label: p.name }));
  return { delegations: options(delegations), units: options(units), groups: options(groups) };
}

/** Delegates of a finished batch whose remark tells of a change of the mandate while they still stand on the register. */
export async function listRemarked(actor: Actor, batch: ImportSummary) {
  const entries = await db().rosterImportEntry.findMany({ where: { importId: batch.id, import: visibleTo(actor) }, select: { delegateId: true } });
  const told: Prisma.DelegateWhereInput[] = statusWords.map((word) => ({ remark: { contains: word } }));
  const found = await db().delegate.findMany({
    where: { AND: [delegatesVisibleTo(actor), { id: { in: entries.map((e) => e.delegateId) }, status: { in: onRegister }, OR: told }] },
    select: { id: true, remark: true, person: { select: { name: true } } }, orderBy: { sortOrder: "asc" },
  });
  return found.map(({ id, remark, person }) => ({ id, name: person.name, remark: remark ?? "" }));
}
