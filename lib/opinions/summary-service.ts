import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { today } from "@/lib/platform/clock";
import { db, transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { refusals } from "./labels";
import { getOccasion } from "./occasion-queries";
import { may } from "./policy";
import { summaryDocx } from "./summary-docx";
import { listSummary, MOST_PRINTED } from "./summary-queries";

/** What was handed on of an activity as a paper, to all or to one body, recorded; and what the file is called. Refuses an empty one and one too long. */
export const makeSummary = (actor: Actor, activityId: string, to: string | undefined): Promise<{ bytes: Uint8Array<ArrayBuffer>; name: string }> =>
  transact(async () => {
    const of = await getOccasion(actor, activityId);
    const target = { type: "Activity", id: of.id, name: of.title };
    if (!may(actor, "print", { committeeId: of.committeeId, personId: null, targetId: null })) throw new Forbidden("opinion.print", target, refusals.print);
    const rows = await listSummary(actor, of.id, to);
    if (rows.length === 0) throw new Refusal(refusals.nothingToPrint);
    if (rows.length > MOST_PRINTED) throw new Refusal(refusals.manyToPrint(MOST_PRINTED));
    const { officeName } = await db().committee.findUniqueOrThrow({ where: { id: of.committeeId }, select: { officeName: true } });
    await audit(actor, { verb: "opinion.print", target, changes: { pick: [null, `${rows.length} 件`], ...(to ? { handedTo: [null, to] } : {}) } });
    return { bytes: await summaryDocx({ title: of.title, office: officeName, date: today(), rows }), name: `${of.title}意见建议汇总${to ? `_${to}` : ""}_${today()}.docx` };
  });
