import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { audit, changesOf } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import type { KindKey } from "./kinds";
import { refusals } from "./labels";
import { may, type MessageAct } from "./policy";
import { defaultOf, faultsOf, kindOf, parts, templateFromWords, templateInWords, type Template } from "./templates";

const own = { id: true, title: true, body: true, brief: true, version: true };

const demand = (actor: Actor, act: Extract<MessageAct, "editTemplate" | "restoreTemplate">, kind: KindKey): string => {
  const committeeId = actor.committeeId ?? "";
  if (!may(actor, act, { committeeId })) throw new Forbidden(`message.${act}`, { type: "MessageTemplate", name: kindOf(kind).name }, refusals.templates);
  return committeeId;
};

const stored = (committeeId: string, kind: KindKey) => db().messageTemplate.findUnique({ where: { committeeId_kind: { committeeId, kind } }, select: own });

/** Both sides of each part that somebody wrote in between. */
const differing = (theirs: Template, yours: Template) => Object.fromEntries(parts.filter((part) => theirs[part] !== yours[part]).map((part) => [part, { theirs: theirs[part], yours: yours[part] }]));

/**
 * Words a kind of message anew for the whole committee, variables by either name; what went out stays as it was. Refuses who is not the office, a
 * variable there is not, one that may not leave the platform in the short sentence, too long a text, and a text others changed since.
 */
export const edit = (actor: Actor, { kind, version, ...written }: Template & { kind: KindKey; version: number }): Promise<void> =>
  transact(async () => {
    const committeeId = demand(actor, "editTemplate", kind);
    const template = templateFromWords(kind, written);
    const faults = faultsOf(kind, template);
    if (Object.keys(faults).length > 0) throw new Refusal("没有保存。", faults);
    const old = await stored(committeeId, kind);
    const before = old ?? defaultOf(kind);
    const held = old?.version ?? 0;
    if (version !== held) throw new Conflict(differing(templateInWords(kind, before), templateInWords(kind, template)), String(held));
    const data = { ...template, accountName: actor.name, editedAt: now() };
    const { count } = old
      ? await db().messageTemplate.updateMany({ where: { id: old.id, version }, data: { ...data, version: { increment: 1 } } })
      : await db().messageTemplate.createMany({ data: [{ ...data, committeeId, kind }], skipDuplicates: true });
    if (count === 0) throw new Conflict({}, String(held + 1));
    await audit(actor, { verb: "message.editTemplate", target: { type: "MessageTemplate", name: kindOf(kind).name }, changes: changesOf(templateInWords(kind, before), templateInWords(kind, template)) });
  });

/** Takes the committee's own words of a kind back: those of the program hold again. */
export const restore = (actor: Actor, { kind, version }: { kind: KindKey; version: number }): Promise<void> =>
  transact(async () => {
    const committeeId = demand(actor, "restoreTemplate", kind);
    const old = await stored(committeeId, kind);
    if (!old) throw new Refusal(refusals.notEdited);
    const { count } = await db().messageTemplate.deleteMany({ where: { id: old.id, version } });
    if (count === 0) throw new Conflict({}, String(old.version));
    await audit(actor, { verb: "message.restoreTemplate", target: { type: "MessageTemplate", name: kindOf(kind).name }, changes: changesOf(templateInWords(kind, old), templateInWords(kind, defaultOf(kind))) });
  });
