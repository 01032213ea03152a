import "server-only";
import { openKey } from "@/lib/deadlines/acts";
import { cancelClocks, meetClock, startClock } from "@/lib/deadlines/clock-service";
import { listLiaisons } from "@/lib/grants/queries";
import { dispatch } from "@/lib/messages/dispatch-service";
import { sentence } from "@/lib/messages/kinds";
import type { Actor } from "@/lib/platform/actor";
import { isoOf, today } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { OpinionEvent } from "./flow";
import type { Opinion } from "./queries";

const ACT = "opinion.answer";

/** The unit whose liaison is to answer; null where it has none, or it went to a body outside the tree: then the office enters the answer. */
async function answererOf(actor: Actor, targetId: string | null): Promise<string | null> {
  const unit = targetId ? await db().unit.findFirst({ where: { id: targetId, committeeId: actor.committeeId ?? "" }, select: { path: true } }) : null;
  return unit && (await listLiaisons(actor)).some((liaison) => unit.path.startsWith(liaison.path)) ? targetId : null;
}

/** Somebody has it to answer: its clock starts, and the unit's liaison is told. */
async function startAnswering(actor: Actor, of: Opinion, said: string): Promise<void> {
  const unitId = await answererOf(actor, of.targetId);
  const subjectName = `“${of.title}”的意见，交${of.handedTo ?? ""}`;
  await startClock(actor, { act: ACT, subjectId: of.id, subjectName, owner: { role: unitId ? "UNIT_LIAISON" : "OFFICE", unitId, accountId: null }, unitId, on: today() });
  if (!unitId) return;
  const clock = await db().deadline.findUnique({ where: { openFor: openKey(ACT, of.id) }, select: { dueOn: true } });
  await dispatch(actor, {
    key: `opinion:${of.id}:${of.version}:handed`, kind: "opinion.handed", to: { holders: [{ role: "UNIT_LIAISON", unitId }] }, variables: { title: of.title, due: clock ? isoOf(clock.dueOn) : "", said: sentence(said) },
    subject: { type: "Opinion", id: of.id }, href: `/manage/opinions/${of.id}`,
  });
}

const results: Partial<Record<OpinionEvent, (of: Opinion) => string>> = { hand: (of) => `已交${of.handedTo ?? "承办单位"}办理`, settle: () => "已有答复", release: () => "已有答复", file: () => "不转办，已存档" };

/** The delegate learns where it went, what was answered and why it was not handed on; nobody is told of unsigned paper. */
async function tell(actor: Actor, of: Opinion, event: OpinionEvent, note: string | null): Promise<void> {
  const result = results[event]?.(of);
  if (!result || !of.facts.personId) return;
  await dispatch(actor, {
    key: `opinion:${of.id}:${of.version}:${event}`, kind: "opinion.told", to: { persons: [of.facts.personId] }, variables: { result, title: of.title, note: event === "file" && note ? `理由：${sentence(note)}` : "" },
    subject: { type: "Opinion", id: of.id }, href: `/my/opinions/${of.id}`,
  });
}

/** What a step does to the clock of the answer, and whom it is told to. `of` stands as it is after the step. */
export async function turnClocks(actor: Actor, of: Opinion, event: OpinionEvent, note: string | null): Promise<void> {
  if (event === "answer") await meetClock(actor, ACT, of.id);
  if (event === "giveBack") await cancelClocks(actor, [{ act: ACT, subjectId: of.id }]);
  if (event === "hand") await startAnswering(actor, of, of.handNote ? `要求：${of.handNote}` : "");
  if (event === "sendBack") await startAnswering(actor, of, `组织部退回重新答复：${note ?? ""}`);
  if (event === "askAgain") await startAnswering(actor, of, `代表再次提出：${note ?? ""}`);
  await tell(actor, of, event, note);
}
