import "server-only";
import { forbidden, redirect } from "next/navigation";
import type { Role } from "@/prisma/client/enums";
import type { AccountActor } from "./actor";
import { toSignIn } from "./back-path";
import { askedPath } from "./request";
import { currentActor, currentSession } from "./session";

/** The signed-in actor; sends others to sign in and on to where they wanted to go, and first passwords to be changed. */
export async function requireActor(): Promise<AccountActor> {
  const session = await currentSession();
  if (!session) redirect(toSignIn(await askedPath()));
  if (session.account.mustChangePassword) redirect("/account/password");
  const actor = await currentActor();
  if (!actor) redirect("/login/no-grant");
  return actor;
}

/** The signed-in actor if its present role is one of these; else the designed 403. */
export async function requireRole(...roles: Role[]): Promise<AccountActor> {
  const actor = await requireActor();
  if (!roles.includes(actor.role)) forbidden();
  return actor;
}

export const requireOffice = () => requireRole("OFFICE", "OFFICE_HEAD");
export const requireStaff = () => requireRole("OFFICE", "OFFICE_HEAD", "UNIT_LIAISON");
export const requireDelegate = () => requireRole("DELEGATE");
export const requireLeader = () => requireRole("LEADER", "SUPERVISOR");
