import "server-only";
import { cache } from "react";
import { mint, type AccountActor, type PublicActor } from "./actor";
import { grantInForce, nameUnder, ownFirst } from "./grant-in-force";
import { randomToken, sha256 } from "./crypto";
import { db } from "./db";
import { requestFacts, sessionToken } from "./request";

const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 12 * 3600_000;
const TOUCH_MS = 60_000;

/** The live session of a token with its account and present grant; null once idle 30 min, 12 h old, revoked or disabled. */
async function findSession(token: string) {
  const now = Date.now();
  const session = await db().session.findUnique({
    where: { tokenHash: sha256(token) },
    select: {
      id: true, accountId: true, grantId: true, lastSeenAt: true, expiresAt: true, revokedAt: true,
      account: {
        select: {
          displayName: true, disabledAt: true, mustChangePassword: true, personId: true,
          grants: { where: grantInForce(), select: { id: true, role: true, committeeId: true, unitId: true, forName: true, unit: { select: { path: true, name: true } }, committee: { select: { name: true, shortName: true, officeName: true } } }, orderBy: ownFirst },
        },
      },
    },
  });
  if (!session || session.revokedAt || session.account.disabledAt) return null;
  if (session.expiresAt.getTime() < now || session.lastSeenAt.getTime() < now - IDLE_MS) return null;
  if (session.lastSeenAt.getTime() < now - TOUCH_MS) {
    await db().session.updateMany({ where: { id: session.id, revokedAt: null }, data: { lastSeenAt: new Date(now) } });
  }
  return session;
}

export type SignedIn = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** The present session of this request, read once. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const token = await sessionToken();
  return token ? findSession(token) : null;
});

/** Looks a token up as next-auth's jwt.decode needs it. */
export const sessionOf = findSession;

/** A unit and everything below it. */
export const unitsUnder = async (committeeId: string, path: string): Promise<string[]> =>
  (await db().unit.findMany({ where: { committeeId, path: { startsWith: path } }, select: { id: true } })).map((u) => u.id);

async function actorUnder(session: SignedIn, grant: SignedIn["account"]["grants"][number]): Promise<AccountActor> {
  const { requestId, address } = await requestFacts();
  return mint<AccountActor>({
    role: grant.role, accountId: session.accountId, sessionId: session.id, grantId: grant.id, name: nameUnder(session.account.displayName, grant.forName),
    committeeId: grant.committeeId, unitId: grant.unitId, unitIds: grant.unit ? await unitsUnder(grant.committeeId, grant.unit.path) : [],
    personId: session.account.personId, requestId, address,
  });
}

/** The actor of this request, or null when nobody is signed in or the account has no grant. */
export const currentActor = cache(async (): Promise<AccountActor | null> => {
  const session = await currentSession();
  const grants = session?.account.grants ?? [];
  const grant = grants.find((g) => g.id === session?.grantId) ?? grants[0];
  return session && grant ? actorUnder(session, grant) : null;
});

/** The actors this account can be as a deputy beside the present one: to tell what waits there, never to act without changing over. */
export const actorsStoodInFor = cache(async (): Promise<{ actor: AccountActor; forName: string }[]> => {
  const [session, present] = [await currentSession(), await currentActor()];
  const lent = (session?.account.grants ?? []).flatMap((grant) => (grant.forName !== null && grant.id !== present?.grantId ? [{ grant, forName: grant.forName }] : []));
  return session ? Promise.all(lent.map(async ({ grant, forName }) => ({ actor: await actorUnder(session, grant), forName }))) : [];
});

/** The actor of a public form post. */
export const publicActor = async (): Promise<PublicActor> => {
  const { requestId, address } = await requestFacts();
  return mint<PublicActor>({ role: "PUBLIC", accountId: null, committeeId: null, name: "访客", requestId, address });
};

/** Opens a session row for an account and returns the token that goes into the cookie. */
export async function openSession(accountId: string, grantId: string | null): Promise<{ token: string; expiresAt: Date }> {
  const token = randomToken();
  const { address, userAgent } = await requestFacts();
  const expiresAt = new Date(Date.now() + ABSOLUTE_MS);
  await db().session.create({ data: { tokenHash: sha256(token), accountId, grantId, expiresAt, address, userAgent }, select: { id: true } });
  return { token, expiresAt };
}
