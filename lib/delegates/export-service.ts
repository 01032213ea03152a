import "server-only";
import { confirmPassword } from "@/lib/accounts/service";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { transact } from "@/lib/platform/db";
import { Forbidden, Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { columnsOf } from "./export-columns";
import { refuseUnprintable } from "./export-docx";
import { paramsOf, type DelegateFilters } from "./filters";
import { formatNames, refusals } from "./labels";
import { may, type DelegateAct } from "./policy";
import { countDelegates, type RosterFrame } from "./queries";
import type { ExportInput, NumbersInput } from "./schema";

const demand = (actor: AccountActor, act: DelegateAct, frame: RosterFrame, message: string): void => {
  if (!may(actor, act, { committeeId: actor.committeeId })) throw new Forbidden(`delegate.${act}`, { type: "Term", id: frame.termId, name: frame.termName }, message);
};

/** What full numbers ask for: the right to them, and the own password again; the reason is asked by the form. Masked ones ask for nothing. */
export async function demandNumbers(actor: AccountActor, frame: RosterFrame, input: NumbersInput): Promise<boolean> {
  if (input.numbers !== "full") return false;
  demand(actor, "exportNumbers", frame, refusals.exportNumbers);
  await confirmPassword(actor, input.password, "password", "没有导出。");
  return true;
}

/** The filters of a list as the audit keeps them: of a search that there was one, for it may be a name. */
export const filtersForAudit = ({ page: _page, size: _size, cols: _cols, ...asked }: DelegateFilters): string =>
  new URLSearchParams(paramsOf({ ...asked, q: asked.q && "（有）", pick: asked.pick && `${asked.pick.length}人` })).toString() || "全部";

/**
 * Records that a list is taken away as a file, before its first row is read: which filter, which columns, how many, and
 * for full numbers why. Refuses who may not, an empty list, one that no paper bears, more than 20 an hour, and full
 * numbers without the password.
 */
export async function beginExport(actor: AccountActor, filters: DelegateFilters, frame: RosterFrame, input: ExportInput): Promise<{ heads: number }> {
  demand(actor, "export", frame, refusals.export);
  await spend(`delegate.export:${actor.accountId}`, 20, 3600);
  const full = await demandNumbers(actor, frame, input);
  return transact(async () => {
    const heads = await countDelegates(actor, filters, frame);
    if (heads === 0) throw new Refusal(refusals.exportNobody);
    const columns = columnsOf(input).map((c) => c.name);
    if (input.format === "docx") refuseUnprintable(heads, columns.length);
    const changes = {
      rows: [null, String(heads)] as [null, string], columns: [null, columns.join("、")] as [null, string], format: [null, formatNames[input.format]] as [null, string],
      filter: [null, filtersForAudit(filters)] as [null, string], numbers: [null, full ? "完整号码" : "遮盖"] as [null, string],
    };
    await audit(actor, { verb: "delegate.export", target: { type: "Term", id: frame.termId, name: frame.termName }, changes, ...(full ? { reason: input.reason } : {}) });
    return { heads };
  });
}
