import "server-only";
import { randomInt } from "node:crypto";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Actor, AccountActor, PublicActor } from "./actor";
import { typedIn, type ActionState, type Typed } from "./action-state";
import { auditRefusal } from "./audit";
import { db, transact } from "./db";
import { env } from "./env";
import { Conflict, Forbidden, NotFound, Question, Refusal } from "./errors";
import { log } from "./log";
import { sameOrigin } from "./request";
import { currentActor, currentSession, publicActor } from "./session";

/** Where to go after success, or what to say on the same page. */
export type Outcome = { go?: string; message?: string } | void;

/** Form fields as typed; files are refused. */
export function typedValues(form: FormData): Typed {
  if ([...form].some(([name, value]) => typeof value !== "string" && !name.startsWith("$ACTION") && !name.startsWith("_"))) throw new Refusal("这里不能上传文件。请使用页面上的上传按钮。");
  return typedIn(form);
}

/** What may be shown again in the form: never a password. */
const without = (values: Typed, secrets: string[]): Typed => Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.includes(name)));

/** Eight digits a user can read out on the telephone; the log line carries the same. */
const referenceNumber = () => String(randomInt(10_000_000, 100_000_000));

const fieldMessages = (error: z.ZodError) => {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "")];
    for (const name of unknown) (fields[name] ??= []).push(issue.code === "unrecognized_keys" ? "不接受这一项" : issue.message);
  }
  return fields;
};

/** Runs the act once per key of this account: the second click waits for the first and gets its result. */
async function once(actor: AccountActor, key: string | null, run: () => Promise<Outcome>): Promise<Outcome> {
  if (!key) return transact(run);
  return transact(async () => {
    const inserted = await db().$executeRaw`
      INSERT INTO "IdempotencyKey" ("accountId", key) VALUES (${actor.accountId}::uuid, ${key}) ON CONFLICT DO NOTHING`;
    const accountId_key = { accountId: actor.accountId, key };
    if (inserted === 0) {
      const first = await db().idempotencyKey.findUniqueOrThrow({ where: { accountId_key }, select: { result: true } });
      return (first.result ?? undefined) as Outcome;
    }
    const outcome = await run();
    if (outcome) await db().idempotencyKey.update({ where: { accountId_key }, data: { result: outcome }, select: { key: true } });
    return outcome;
  });
}

async function refused(actor: Actor, error: unknown, values: Typed): Promise<ActionState> {
  if (error instanceof Forbidden || error instanceof NotFound) await auditRefusal(actor, error);
  if (error instanceof Conflict) {
    return { status: "refused", message: error.message, conflict: error.conflict, currentVersion: error.currentVersion, values };
  }
  if (error instanceof Refusal) return { status: "refused", message: error.message, fields: error.fields, values, ...(error instanceof Question ? { asks: true } : {}) };
  const reference = referenceNumber();
  log.error({ reference, err: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error) }, "action failed");
  return { status: "refused", message: "系统出错，没有保存任何内容。请稍后再试；仍不行时，把编号告诉管理员。", reference, values };
}

const stranger = (): ActionState => ({ status: "refused", message: "请求来源不明，未执行。请从本系统的页面重新提交。" });

const unauthorised = (values: Typed): ActionState => ({ status: "refused", signedOut: true, message: "登录已失效，没有保存。请在新窗口登录后再回到本页提交，填写的内容仍在。", values });

/** What a form of ours never sends still gets a sentence; a schema's own words come first. */
const inPlainWords: z.core.$ZodErrorMap = (issue) => (issue.input === undefined ? "请填写这一项" : "这一项填写得不对，请检查后重新填写");

function parse<S extends z.ZodObject>(schema: S, values: Typed): { input: z.infer<S> } | { state: ActionState } {
  const parsed = schema.strict().safeParse(values, { error: inPlainWords });
  if (parsed.success) return { input: parsed.data as z.infer<S> };
  return { state: { status: "refused", message: "有内容需要改正，尚未保存。", fields: fieldMessages(parsed.error) } };
}

const finish = (outcome: Outcome): ActionState => {
  revalidatePath("/", "layout");
  if (outcome?.go) redirect(outcome.go);
  return { status: "done", ...(outcome?.message ? { message: outcome.message } : {}) };
};

/** What marks an export of actions.ts as made here; the architecture test and the matrix look for it. */
export type GuardedAction = (state: ActionState, form: FormData) => Promise<ActionState>;

/**
 * A server action: refuses a missing, null or foreign Origin, finds the actor, parses with `schema.strict()`, runs
 * `fn` once per idempotency key in one transaction, and turns refusals into Chinese field errors. Also works as a
 * plain form post. `firstPassword` lets an account in that must still change its first password; `secrets` names fields never sent back;
 * `unkept` is for acts whose answer may not be stored (a revealed number).
 */
export function action<S extends z.ZodObject>(schema: S, fn: (actor: AccountActor, input: z.infer<S>) => Promise<Outcome>, options: { firstPassword?: boolean; secrets?: string[]; unkept?: boolean } = {}): GuardedAction {
  return async (_state, form) => {
    if (!sameOrigin(await headers(), env().APP_URL)) return stranger();
    const [session, actor] = [await currentSession(), await currentActor()];
    let values: Typed = {};
    try {
      const all = typedValues(form);
      values = without(all, options.secrets ?? []);
      if (!actor || !session || (session.account.mustChangePassword && !options.firstPassword)) return unauthorised(values);
      const parsed = parse(schema, all);
      if ("state" in parsed) return { ...parsed.state, values };
      const key = options.unkept ? null : form.get("_key");
      const outcome = await once(actor, typeof key === "string" && /^[\w-]{8,64}$/.test(key) ? key : null, () => fn(actor, parsed.input));
      return finish(outcome);
    } catch (error) {
      if (isNavigation(error)) throw error;
      return refused(actor ?? (await publicActor()), error, values);
    }
  };
}

/** A server action anyone may call, such as signing in. Same checks, no account, no idempotency key. */
export function publicAction<S extends z.ZodObject>(schema: S, fn: (actor: PublicActor, input: z.infer<S>) => Promise<Outcome>, secrets: string[] = []): GuardedAction {
  return async (_state, form) => {
    if (!sameOrigin(await headers(), env().APP_URL)) return stranger();
    const actor = await publicActor();
    let values: Typed = {};
    try {
      const all = typedValues(form);
      values = without(all, secrets);
      const parsed = parse(schema, all);
      if ("state" in parsed) return { ...parsed.state, values };
      return finish(await fn(actor, parsed.input));
    } catch (error) {
      if (isNavigation(error)) throw error;
      return refused(actor, error, values);
    }
  };
}

/** redirect() and notFound() travel as errors with a digest. */
const isNavigation = (error: unknown) => typeof (error as { digest?: unknown } | null)?.digest === "string";
