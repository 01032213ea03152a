import "server-only";
import { db, pool } from "./db";
import { blindIndex } from "./crypto";
import { TooMany } from "./errors";

const keyOf = (name: string) => blindIndex("rate-limit", name);

/**
 * Counts one use of `name`; throws TooMany beyond `limit` uses within `seconds`. Survives rollbacks; `inside` counts in the
 * open transaction instead, for acts so many at once do that a second connection each would leave none.
 */
export async function spend(name: string, limit: number, seconds: number, inside?: "inside"): Promise<void> {
  const [row] = await (inside ? db() : pool()).$queryRaw<{ count: number; left: number }[]>`
    INSERT INTO "RateLimit" (key, count, "startedAt") VALUES (${keyOf(name)}, 1, now())
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN "RateLimit"."startedAt" < now() - make_interval(secs => ${seconds}) THEN 1 ELSE "RateLimit".count + 1 END,
      "startedAt" = CASE WHEN "RateLimit"."startedAt" < now() - make_interval(secs => ${seconds}) THEN now() ELSE "RateLimit"."startedAt" END
    RETURNING count, ceil(extract(epoch FROM "startedAt" + make_interval(secs => ${seconds}) - now()))::int AS left`;
  if (row && row.count > limit) throw new TooMany(Math.max(1, row.left));
}

/** Throws TooMany while `name` is in a delay set by `penalise`. */
export async function checkDelay(name: string): Promise<void> {
  const [row] = await pool().$queryRaw<{ left: number }[]>`
    SELECT ceil(extract(epoch FROM "blockedTo" - now()))::int AS left FROM "RateLimit" WHERE key = ${keyOf(name)} AND "blockedTo" > now()`;
  if (row) throw new TooMany(Math.max(1, row.left));
}

/**
 * Counts one failure of `name`. From the failure `free + 1` on, each further one doubles the delay, from 1 second up
 * to `longest`; an hour without failure forgets them, so nobody is locked out for good.
 */
export async function penalise(name: string, free: number, longest: number): Promise<void> {
  await pool().$executeRaw`
    INSERT INTO "RateLimit" (key, count, "startedAt") VALUES (${keyOf(name)}, 1, now())
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN "RateLimit"."startedAt" < now() - interval '1 hour' THEN 1 ELSE "RateLimit".count + 1 END,
      "startedAt" = now(),
      "blockedTo" = CASE WHEN "RateLimit"."startedAt" >= now() - interval '1 hour' AND "RateLimit".count + 1 > ${free}
        THEN now() + make_interval(secs => least(power(2, least("RateLimit".count + 1 - ${free}, 20) - 1), ${longest}::float8)) END`;
}

/** Forgets the failures of `name`, after a success. */
export async function forgive(name: string): Promise<void> {
  await pool().$executeRaw`DELETE FROM "RateLimit" WHERE key = ${keyOf(name)}`;
}
