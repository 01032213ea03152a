import "server-only";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { csvLine } from "./in-words";
import { columnNames, fieldName, outcomeNames, refusals, verbName } from "./labels";
import { may } from "./policy";
import { countAudits, portionsOf } from "./queries";
import type { AuditFilters } from "./schema";

const LIMIT = 200_000;

const said = (filters: AuditFilters): [string, string | undefined][] => [
  ["from", filters.from], ["to", filters.to], ["actor", filters.actor], ["verb", filters.verb && verbName(filters.verb)],
  ["outcome", filters.outcome && outcomeNames[filters.outcome]], ["target", filters.target],
];

/** Conditions in words, for the record of the export itself. */
const wordsOf = (filters: AuditFilters) => said(filters).flatMap(([key, value]) => (value ? [`${fieldName("AuditEvent", key)}：${value}`] : [])).join("；") || "全部";

async function* lines(actor: AccountActor, filters: AuditFilters, newest: string): AsyncGenerator<string> {
  yield `\ufeff${columnNames.join(",")}\r\n`;
  for await (const rows of portionsOf(actor, filters, newest)) yield rows.map((row) => `${csvLine(row)}\r\n`).join("");
}

/**
 * The audit of the present filter as separated text, UTF-8 with a mark, piece by piece. The export is recorded before
 * its first line. Refuses who is not the auditor, more than 200,000 events, and more than 20 exports an hour.
 */
export const exportAudit = (actor: AccountActor, filters: AuditFilters): Promise<{ total: number; lines: AsyncGenerator<string> }> =>
  transact(async () => {
    const target = { type: "AuditEvent" };
    if (!may(actor, "export")) throw new Forbidden("audit.export", target, refusals.read);
    await spend(`audit-export:${actor.accountId}`, 20, 3600);
    const { total, newest } = await countAudits(actor, filters);
    if (total > LIMIT) throw new Refusal(refusals.tooMany(total, LIMIT));
    await audit(actor, { verb: "audit.export", target, changes: { rows: [null, String(total)] }, reason: wordsOf(filters) });
    return { total, lines: lines(actor, filters, newest) };
  });
