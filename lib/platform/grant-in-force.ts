import type { Prisma } from "@/prisma/client/client";
import { dayOf, today } from "./clock";

/** Grants that still count today: one given for a time ends with its last day. */
export const grantInForce = (): Prisma.GrantWhereInput => ({ OR: [{ endsOn: null }, { endsOn: { gte: dayOf(today()) } }] });
