import "server-only";
import { v7 as newId } from "uuid";
import { participationNames } from "@/lib/activities/labels";
import { tellPersons } from "@/lib/activities/tell-service";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { db, transact } from "@/lib/platform/db";
import { Conflict, Refusal } from "@/lib/platform/errors";
import { holdListable, putOn } from "./invite-service";
import { refusals } from "./labels";
import { getParticipation } from "./queries";
import type { At } from "./service";
import { suggestSubstitute } from "./substitute-queries";

/** Calls the one the picker suggests instead of somebody who does not come, in one act. Refuses where the suggestion is no longer the one shown. Returns the activity. */
export const inviteSubstitute = (actor: Actor, at: At, delegateId: string): Promise<string> =>
  transact(async () => {
    const seen = await getParticipation(actor, at.id);
    const of = await holdListable(actor, seen.activity.id);
    const row = await getParticipation(actor, at.id);
    if (row.version !== at.version) throw new Conflict({}, String(row.version));
    const next = await suggestSubstitute(actor, row);
    if (!next) throw new Refusal(refusals.noSubstitute);
    if (next.id !== delegateId) throw new Refusal(refusals.otherSubstitute);
    const [put] = await putOn(actor, of, [next], "INVITED");
    await db().participation.updateMany({ where: { id: put?.id ?? "", committeeId: of.committeeId }, data: { substituteForId: row.id } });
    await audit(actor, { verb: "participation.substitute", target: { type: "Participation", id: put?.id ?? "", name: next.name }, changes: { state: [null, participationNames.INVITED], substituteFor: [null, row.name] } });
    await tellPersons(actor, of.id, "activity.invited", [next.personId], `called:${newId()}`);
    return of.id;
  });
