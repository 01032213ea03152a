import "server-only";
import { v7 as newId, validate as isId } from "uuid";
import { getDelegate } from "@/lib/delegates/queries";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { openBytes, sealBytes } from "@/lib/platform/crypto";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, NotFound, Refusal } from "@/lib/platform/errors";
import { mediaName, mediaOf } from "@/lib/platform/media";
import type { Upload } from "@/lib/platform/uploads";
import { getTermination } from "@/lib/terminations/queries";
import { MOST_PAPERS, PAPER_LIMIT, refusals } from "./labels";
import { may, visibleTo, type PaperAct, type PaperFacts } from "./policy";
import type { PaperOf } from "./schema";

const sealedAs = (id: string) => `Paper.content:${id}`;

type Owner = { facts: PaperFacts; target: { type: string; id: string; name: string }; key: { statusEventId: string } | { terminationId: string } };

async function ownerOf(actor: Actor, of: PaperOf): Promise<Owner> {
  if ("terminationId" in of) {
    const found = await getTermination(actor, of.terminationId);
    return { facts: { committeeId: found.committeeId, unitId: found.unitId, proposed: found.state === "PROPOSED" }, target: { type: "TerminationCase", id: found.id, name: found.name }, key: { terminationId: found.id } };
  }
  const d = await getDelegate(actor, of.delegateId);
  return { facts: d, target: { type: "Delegate", id: d.id, name: d.person.name }, key: { statusEventId: of.statusEventId } };
}

function demand(actor: Actor, act: PaperAct, { facts, target }: Owner): void {
  if (!may(actor, act, facts)) throw new Forbidden(`paper.${act}`, target, refusals[act]);
}

/** What a paper may be put to, if the actor may; asked before a word of the file is read. */
export async function expectAttachable(actor: Actor, of: PaperOf): Promise<Owner> {
  const owner = await ownerOf(actor, of);
  demand(actor, "attach", owner);
  return owner;
}

/**
 * Keeps one paper of an act, sealed. Refuses who may not, what is no photograph and no PDF by its own bytes, an eleventh,
 * and a status of another delegate.
 */
export const attach = (actor: Actor, of: PaperOf, file: Upload): Promise<void> =>
  transact(async () => {
    const owner = await expectAttachable(actor, of);
    const kind = mediaOf(file.bytes);
    if (!kind) throw new Refusal(refusals.wrongKind);
    if (file.bytes.length > PAPER_LIMIT) throw new Refusal(refusals.tooLarge);
    if ("delegateId" in of) {
      const known = isId(of.statusEventId) ? await db().delegateStatusEvent.count({ where: { id: of.statusEventId, delegateId: of.delegateId } }) : 0;
      if (known === 0) throw new NotFound({ type: "Delegate", id: of.delegateId });
    }
    // Two at once must not both be the tenth.
    await db().$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`paper:${owner.target.id}`}))::text`;
    if ((await db().paper.count({ where: owner.key })) >= MOST_PAPERS) throw new Refusal(refusals.many);
    const [id, fileName] = [newId(), mediaName(file.name, kind)];
    await db().paper.create({ data: { id, committeeId: owner.facts.committeeId, ...owner.key, fileName, mediaType: kind.type, size: file.bytes.length, content: sealBytes(file.bytes, sealedAs(id)), accountName: actor.name }, select: { id: true } });
    await audit(actor, { verb: "paper.attach", target: owner.target, changes: { paper: [null, fileName] } });
  });

const stored = { id: true, fileName: true, mediaType: true, terminationId: true, statusEventId: true, statusEvent: { select: { delegateId: true } } } as const;

async function find(actor: Actor, id: string) {
  const paper = isId(id) ? await db().paper.findFirst({ where: { AND: [visibleTo(actor), { id }] }, select: stored }) : null;
  if (!paper) throw new NotFound({ type: "Paper", id });
  const of: PaperOf = paper.statusEvent ? { delegateId: paper.statusEvent.delegateId, statusEventId: paper.statusEventId ?? "" } : { terminationId: paper.terminationId ?? "" };
  return { paper, owner: await ownerOf(actor, of) };
}

/** A paper for whoever may read the act it belongs to, each time recorded. */
export const read = (actor: Actor, id: string): Promise<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }> =>
  transact(async () => {
    const { paper, owner } = await find(actor, id);
    const { content } = await db().paper.findUniqueOrThrow({ where: { id: paper.id }, select: { content: true } });
    await audit(actor, { verb: "paper.read", target: owner.target, changes: { paper: [null, paper.fileName] } });
    return { name: paper.fileName, type: paper.mediaType, bytes: new Uint8Array(openBytes(content, sealedAs(paper.id))) };
  });

/** Takes a paper out that was put in by mistake; the audit keeps its name. Refuses others than the office, and a paper of another name than was shown. */
export const remove = (actor: Actor, id: string, name: string): Promise<void> =>
  transact(async () => {
    const { paper, owner } = await find(actor, id);
    demand(actor, "remove", owner);
    const { count } = await db().paper.deleteMany({ where: { id: paper.id, fileName: name } });
    if (count === 0) throw new Refusal(refusals.other);
    await audit(actor, { verb: "paper.remove", target: owner.target, changes: { paper: [paper.fileName, null] } });
  });
