import type { Role } from "@/prisma/client/enums";

declare const minted: unique symbol;

type Minted = { readonly [minted]: true; readonly requestId: string; readonly address: string | null };

/** Somebody signed in, acting under one grant. */
export type AccountActor = Minted & {
  readonly role: Role;
  readonly accountId: string;
  readonly sessionId: string;
  readonly grantId: string;
  readonly name: string;
  readonly committeeId: string;
  /** The unit of the grant; null when the grant covers the whole committee. */
  readonly unitId: string | null;
  /** The unit of the grant and everything below it; empty when unitId is null. */
  readonly unitIds: readonly string[];
  readonly personId: string | null;
};

/** The program itself, for one committee: jobs and seed. */
export type SystemActor = Minted & { readonly role: "SYSTEM"; readonly committeeId: string; readonly accountId: null; readonly name: string };

/** Anyone, not signed in. */
export type PublicActor = Minted & { readonly role: "PUBLIC"; readonly committeeId: null; readonly accountId: null; readonly name: string };

export type Actor = AccountActor | SystemActor | PublicActor;
export type { Role };

/** Actors are made here and only by platform/session and platform/program; an architecture test holds that. */
export const mint = <A extends Actor>(facts: Omit<A, typeof minted>): A => facts as A;
