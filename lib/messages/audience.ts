import { z } from "zod";
import { Role } from "@/prisma/client/enums";

/** To whom: accounts by id, everybody who holds a role (for `unitId`, on that unit or above it), delegates by person. */
export const audience = z.object({
  accounts: z.array(z.uuid()).default([]),
  holders: z.array(z.object({ role: z.enum(Role), unitId: z.uuid().nullable() }).strict()).default([]),
  persons: z.array(z.uuid()).default([]),
}).strict();

export type Audience = z.infer<typeof audience>;
