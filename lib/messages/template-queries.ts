import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { formatInstant } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { Forbidden } from "@/lib/platform/errors";
import type { KindKey } from "./kinds";
import { refusals } from "./labels";
import { may } from "./policy";
import { defaultOf, kindKeys, kindOf, samplesOf, templateInWords, type Template } from "./templates";

const row = { kind: true, title: true, body: true, brief: true, accountName: true, editedAt: true, version: true };

const rowsOf = (actor: Actor) => db().messageTemplate.findMany({ where: { committeeId: actor.committeeId ?? "" }, select: row, take: 200 });

/** The words that hold in the actor's committee for every kind: what its office wrote, else what came with the program. */
export async function templatesOf(actor: Actor): Promise<Record<KindKey, Template>> {
  const written = new Map((await rowsOf(actor)).map(({ kind, title, body, brief }) => [kind, { title, body, brief }]));
  return Object.fromEntries(kindKeys.map((key) => [key, written.get(key) ?? defaultOf(key)])) as Record<KindKey, Template>;
}

const demand = (actor: Actor): void => {
  if (!may(actor, "readTemplates", { committeeId: actor.committeeId ?? "" })) throw new Forbidden("message.editTemplate", { type: "MessageTemplate" }, refusals.templates);
};

/** Every kind with its words, variables by their Chinese names, and who wrote them last; the office alone. */
export async function listTemplates(actor: Actor) {
  demand(actor);
  const written = new Map((await rowsOf(actor)).map((template) => [template.kind, template]));
  return kindKeys.map((key) => {
    const own = written.get(key);
    return { key, name: kindOf(key).name, must: kindOf(key).must, ...templateInWords(key, own ?? defaultOf(key)), edited: own ? { by: own.accountName, at: formatInstant(own.editedAt) } : null };
  });
}

/** The values of the last message of this kind that went out in the committee; null when none did. */
async function lastValues(actor: Actor, key: KindKey): Promise<{ values: Record<string, string>; at: string } | null> {
  const last = await db().dispatch.findFirst({ where: { committeeId: actor.committeeId ?? "", kind: key }, orderBy: { id: "desc" }, select: { variables: true, createdAt: true } });
  if (!last || typeof last.variables !== "object" || last.variables === null || Array.isArray(last.variables)) return null;
  return { values: Object.fromEntries(Object.entries(last.variables).map(([name, value]) => [name, String(value ?? "")])), at: formatInstant(last.createdAt) };
}

/** One kind as the office edits it, with values to show it with: those of a real message where there is one. */
export async function getTemplate(actor: Actor, key: KindKey) {
  demand(actor);
  const own = await db().messageTemplate.findUnique({ where: { committeeId_kind: { committeeId: actor.committeeId ?? "", kind: key } }, select: row });
  const last = await lastValues(actor, key);
  return {
    key, name: kindOf(key).name, must: kindOf(key).must, variables: Object.values(kindOf(key).variables).map((variable) => ({ name: variable.name, open: variable.open === true })),
    now: templateInWords(key, own ?? defaultOf(key)), edited: own ? { by: own.accountName, at: formatInstant(own.editedAt) } : null, version: own?.version ?? 0,
    values: { ...samplesOf(key), ...last?.values }, of: last?.at ?? null,
  };
}
