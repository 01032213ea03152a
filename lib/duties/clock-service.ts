import "server-only";
import { cancelClocks, meetClock, startClock } from "@/lib/deadlines/clock-service";
import { dispatch } from "@/lib/messages/dispatch-service";
import type { Actor } from "@/lib/platform/actor";
import { today } from "@/lib/platform/clock";
import type { DutyEvent } from "./flow";
import type { Duty } from "./queries";

const results: Partial<Record<DutyEvent | "settle", string>> = { approve: "审核通过", reject: "退回修改", revoke: "撤销", settle: "对异议作了答复" };

const mine = (of: Duty): string => `/my/duties/${of.id}`;
const desk = (of: Duty): string => `/manage/duties/${of.id}`;

/** Tells whoever wrote it, and the delegate, what became of a record; what was sent back waits for its writer. */
async function tell(actor: Actor, of: Duty, event: DutyEvent | "settle", note: string | null): Promise<void> {
  const result = results[event];
  if (!result) return;
  const letter = { kind: "duty.decided", must: event === "reject", variables: { result, title: of.title, note: note ? `${event === "settle" ? "答复" : event === "approve" ? "意见" : "理由"}：${note}` : "" }, subject: { type: "Duty", id: of.id } } as const;
  const key = `duty:${of.id}:${of.version}:${event}`;
  const behalf = of.origin === "BEHALF" && of.authorId;
  if (behalf && event !== "settle") await dispatch(actor, { ...letter, key: `${key}:author`, to: { accounts: [behalf] }, href: desk(of) });
  if (!behalf || event !== "reject") await dispatch(actor, { ...letter, key, to: { persons: [of.facts.personId] }, href: mine(of) });
}

/** The delegate for whom somebody wrote is told, and asked to confirm it. */
const askToConfirm = (actor: Actor, of: Duty): Promise<boolean> =>
  dispatch(actor, { key: `duty:${of.id}:${of.version}:confirm`, kind: "duty.written", to: { persons: [of.facts.personId] }, variables: { by: actor.name, title: of.title }, subject: { type: "Duty", id: of.id }, href: mine(of) });

/** What a step does to the clocks: a submitted record is the office's to review, one sent back its writer's to mend. */
export async function turnClocks(actor: Actor, of: Duty, event: DutyEvent, note: string | null): Promise<void> {
  const subject = { subjectId: of.id, subjectName: `${of.name}的履职“${of.title}”`, on: today() };
  if (event === "submit") {
    await meetClock(actor, "duty.redo", of.id);
    await startClock(actor, { ...subject, act: "duty.review", owner: { role: "OFFICE", unitId: null, accountId: null }, unitId: null });
    if (of.origin === "BEHALF") await askToConfirm(actor, of);
  }
  if (event === "withdraw") await cancelClocks(actor, [{ act: "duty.review", subjectId: of.id }]);
  if (event === "approve" || event === "reject") await meetClock(actor, "duty.review", of.id);
  if (event === "reject" && of.origin === "OWN" && of.authorId) await startClock(actor, { ...subject, act: "duty.redo", owner: { role: "DELEGATE", unitId: null, accountId: of.authorId }, unitId: of.unitId });
  await tell(actor, of, event, note);
}

export const tellSettled = (actor: Actor, of: Duty, reply: string): Promise<void> => tell(actor, of, "settle", reply);
