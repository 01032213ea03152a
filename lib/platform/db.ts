import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@/prisma/client/client";
import { env } from "./env";

type Database = PrismaClient | Prisma.TransactionClient;

const held = globalThis as unknown as { prisma?: PrismaClient };
type Open = { tx: Prisma.TransactionClient; after: (() => Promise<void>)[] };
const opened = new AsyncLocalStorage<Open>();

/** adapter-pg stores instants eight hours off under another session time zone, so every pool speaks UTC. */
const client = (): PrismaClient =>
  (held.prisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, options: "-c TimeZone=UTC", max: 10 }),
  }));

/** The open transaction of this call chain, else the pool. */
export const db = (): Database => opened.getStore()?.tx ?? client();

/** The pool itself: for counters that must survive the rollback of the act they count. */
export const pool = (): PrismaClient => client();

/**
 * Runs fn in one transaction; joins the one already open in this call chain, so an act, its audit and its
 * idempotency key commit together.
 */
export async function transact<T>(fn: () => Promise<T>, seconds = 15): Promise<T> {
  if (opened.getStore()) return fn();
  const after: Open["after"] = [];
  const result = await client().$transaction((tx) => opened.run({ tx, after }, fn), { timeout: seconds * 1000, maxWait: 10_000 });
  for (const then of after) await then();
  return result;
}

/** Runs fn once the open transaction has committed (never if it rolls back); at once when none is open. */
export async function afterCommit(fn: () => Promise<void>): Promise<void> {
  const open = opened.getStore();
  if (open) open.after.push(fn);
  else await fn();
}
