import { beforeEach, describe, expect, it } from "vitest";
import { dispatch } from "@/lib/messages/dispatch-service";
import type { VariablesOf } from "@/lib/messages/kinds";
import { getTemplate, listTemplates, templatesOf } from "@/lib/messages/template-queries";
import { edit, restore } from "@/lib/messages/template-service";
import { defaultOf, kindKeys, samplesOf, type Template } from "@/lib/messages/templates";
import type { AccountActor, Role } from "@/lib/platform/actor";
import { Conflict, Forbidden, Refusal } from "@/lib/platform/errors";
import { actorOf, newCommittee, rowsOf } from "../support/committee";
import { ownerQuery } from "../support/database";

const kind = "deadline.due";
const own: Template = { title: "{act}今日截止", body: "{subject}：请于 {due} 前{act}。", brief: "“{act}”今日截止，请登录办理。" };
let committee: Awaited<ReturnType<typeof newCommittee>>;
let office: AccountActor;

beforeEach(async () => {
  committee = await newCommittee();
  office = actorOf("OFFICE", committee.id);
});

const write = (actor: AccountActor, given: Partial<Template> = {}, version = 0) => edit(actor, { kind, version, ...own, ...given });
const audits = () => ownerQuery<{ verb: string; changes: Record<string, [string, string]>; outcome: string }>(`SELECT verb, changes, outcome FROM "AuditEvent" WHERE "committeeId" = $1 ORDER BY seq`, [committee.id]);

async function refused(act: () => Promise<unknown>, error: abstract new (...args: never[]) => Refusal = Refusal): Promise<Refusal> {
  const before = await rowsOf(committee.id, "MessageTemplate");
  const thrown = await act().then(() => null, (e: unknown) => e);
  expect(thrown).toBeInstanceOf(error);
  expect(await rowsOf(committee.id, "MessageTemplate")).toBe(before);
  return thrown as Refusal;
}

it("holds in its own committee once the office wrote it, and falls back to the program's words when taken back", async () => {
  const other = await newCommittee();
  await write(office);
  expect((await templatesOf(committee.system))[kind]).toEqual(own);
  expect((await templatesOf(committee.system)).notice).toEqual(defaultOf("notice"));
  expect((await templatesOf(other.system))[kind]).toEqual(defaultOf(kind));
  await refused(() => write(office, { title: "{要办的事情}" }, 1));
  await write(actorOf("OFFICE_HEAD", committee.id, [], "罗岩"), { title: "{要办的事}：今日" }, 1);
  expect((await listTemplates(office)).map((row) => [row.key, row.edited?.by ?? null])).toEqual(kindKeys.map((key) => [key, key === kind ? "罗岩" : null]));
  await restore(office, { kind, version: 2 });
  expect((await templatesOf(committee.system))[kind]).toEqual(defaultOf(kind));
  await refused(() => restore(office, { kind, version: 2 }));
  expect((await audits()).map(({ verb, changes }) => [verb, changes.title])).toEqual([
    ["message.editTemplate", ["{要办的事}：今天到期", "{要办的事}今日截止"]], ["message.editTemplate", ["{要办的事}今日截止", "{要办的事}：今日"]], ["message.restoreTemplate", ["{要办的事}：今日", "{要办的事}：今天到期"]],
  ]);
});

it("shows both texts when somebody wrote in between, also the first of both", async () => {
  await write(office);
  const thrown = await refused(() => write(office, { title: "{act}：今日" }), Conflict);
  expect(thrown).toMatchObject({ conflict: { title: { theirs: "{要办的事}今日截止", yours: "{要办的事}：今日" } }, currentVersion: "1" });
  expect(Object.keys((thrown as Conflict).conflict)).toEqual(["title"]);
  await refused(() => restore(office, { kind, version: 7 }), Conflict);
  const both = await Promise.allSettled([edit(office, { kind: "notice", version: 0, ...defaultOf("notice"), title: "甲" }), edit(office, { kind: "notice", version: 0, ...defaultOf("notice"), title: "乙" })]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("is refused with what was wrong in it", async () => {
  expect((await refused(() => write(office, { body: "{deadline}", brief: "{subject}到期" }))).fields).toMatchObject({ body: [expect.stringContaining("没有{deadline}")], brief: [expect.stringContaining("不能用{事项}")] });
});

describe.each<[Role, boolean]>([
  ["OFFICE", true], ["OFFICE_HEAD", true], ["UNIT_LIAISON", false], ["DELEGATE", false], ["LEADER", false], ["HANDLING_UNIT", false], ["SUPERVISOR", false], ["SYSTEM_ADMIN", false], ["SECURITY_ADMIN", false], ["AUDIT_ADMIN", false],
])("for the role %s", (role, allowed) => {
  it(allowed ? "they may be read, written and taken back" : "they are closed", async () => {
    const actor = actorOf(role, committee.id);
    const acts = [() => listTemplates(actor), () => getTemplate(actor, kind), () => write(actor), () => restore(actor, { kind, version: 1 })];
    for (const act of acts) {
      if (allowed) await act();
      else await refused(act, Forbidden);
    }
  });
});

describe("the page of one kind", () => {
  it("reads with the values of the last message that went out in the committee, else with samples, and says which", async () => {
    const sampled = samplesOf(kind) as VariablesOf<typeof kind>;
    const values = { ...sampled, subject: "罗岩的资格终止", act: "报备案" };
    expect(await getTemplate(office, kind)).toMatchObject({ values: samplesOf(kind), of: null, version: 0, now: { title: "{要办的事}：今天到期" } });
    await dispatch(actorOf("OFFICE", (await newCommittee()).id), { key: `other:${committee.id}`, kind, to: {}, variables: { ...values, subject: "别处的事" } });
    expect((await getTemplate(office, kind)).of).toBeNull();
    await dispatch(committee.system, { key: `first:${committee.id}`, kind, to: {}, variables: sampled });
    await dispatch(committee.system, { key: `second:${committee.id}`, kind, to: {}, variables: values });
    const shown = await getTemplate(office, kind);
    expect(shown).toMatchObject({ values, of: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) });
  });
});
