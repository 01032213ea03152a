import type { Prisma } from "@/prisma/client/client";

/** What one noun has waiting for an actor: asked when it is read, kept nowhere. */
export type Pending = {
  /** noun.event, also the act of its clock where it has one. */
  kind: string;
  /** What is to be done, verb first. */
  name: string;
  /** Where it is done, by the id of the row. */
  page: (id: string) => string;
  /** SELECT id uuid, title text, note text, since timestamptz: exactly the rows that wait, within the actor's sight. */
  rows: Prisma.Sql;
};
