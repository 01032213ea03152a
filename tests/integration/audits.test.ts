import { comeFrom } from "../support/request";
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/(admin)/system/audit/export/route";
import { signIn } from "@/lib/accounts/service";
import { countRefusals, getAudit, listAudits } from "@/lib/audits/queries";
import { auditFilters } from "@/lib/audits/schema";
import { exportAudit } from "@/lib/audits/service";
import type { AccountActor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { today } from "@/lib/platform/clock";
import { transact } from "@/lib/platform/db";
import { Forbidden, NotFound } from "@/lib/platform/errors";
import { publicActor } from "@/lib/platform/session";
import { actingAs, auditOf, plantAccount, tokenOf, type Planted } from "../support/accounts";
import { actorOf, newCommittee } from "../support/committee";
import { ownerQuery, useDatabase } from "../support/database";

let committeeId: string;
let holder: Planted;
let auditor: AccountActor;

beforeEach(async () => {
  comeFrom();
  committeeId = (await newCommittee()).id;
  holder = await plantAccount(committeeId, "AUDIT_ADMIN");
  auditor = actingAs(holder, "AUDIT_ADMIN", committeeId);
});

const filters = (over: object = {}) => auditFilters.parse(over);
const plant = (many: number, over: { name?: string; verb?: string; outcome?: string; at?: string; type?: string; committee?: string } = {}) =>
  ownerQuery(
    `INSERT INTO "AuditEvent" ("committeeId", "actorName", role, verb, "targetType", "targetId", "targetName", outcome, changes, reason, "requestId", at)
     SELECT $1, $2, 'OFFICE', $3, $4, 't' || n, '丁岚', $5::"AuditOutcome", '{"mobile":["100****4417","100****0021"]}', '本人来电', 'r', $6::timestamptz FROM generate_series(1, $7) n`,
    [over.committee ?? committeeId, over.name ?? "沈文清", over.verb ?? "delegate.edit", over.type ?? "Delegate", over.outcome ?? "DONE", over.at ?? new Date(), many]);

describe("reading", () => {
  it("goes through all events once in either direction", async () => {
    await plant(45);
    const pages = [await listAudits(auditor, filters({ size: 20 }))];
    for (let at = pages[0]; at?.olderThan;) pages.push((at = await listAudits(auditor, filters({ size: 20, before: at.olderThan }))));
    expect(pages.map((p) => [p.rows.length, p.newerThan !== null, p.olderThan !== null])).toEqual([[20, false, true], [20, true, true], [5, true, false]]);
    const seqs = pages.flatMap((p) => p.rows.map((r) => Number(r.seq)));
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => b - a));
    const back = await listAudits(auditor, filters({ size: 20, after: pages[2]?.newerThan ?? "" }));
    expect([back.rows, back.newerThan !== null, back.olderThan !== null]).toEqual([pages[1]?.rows, true, true]);
    const first = await listAudits(auditor, filters({ size: 20, after: back.newerThan ?? "" }));
    expect([first.rows, first.newerThan]).toEqual([pages[0]?.rows, null]);
  });

  it("filters by day in Beijing time, actor, verb, outcome and target", async () => {
    await plant(1, { name: "甲", at: "2026-03-01T15:59:59Z" });
    await plant(2, { name: "乙", at: "2026-03-01T16:00:00Z", verb: "unit.move", type: "Unit", outcome: "REFUSED" });
    const names = async (over: object) => (await listAudits(auditor, filters(over))).rows.map((r) => r.actorName);
    expect(await names({ from: "2026-03-02" })).toEqual(["乙", "乙"]);
    expect(await names({ to: "2026-03-01" })).toEqual(["甲"]);
    expect(await names({ from: "2026-03-01", to: "2026-03-02" })).toHaveLength(3);
    expect([await names({ actor: "甲" }), await names({ verb: "unit.move" }), await names({ outcome: "REFUSED" }), await names({ target: "t2" })]).toEqual([["甲"], ["乙", "乙"], ["乙", "乙"], ["乙"]]);
    expect(await names({ from: "yesterday", outcome: "x", verb: "'; DROP", actor: "" })).toHaveLength(3);
  });

  it("shows no name and no value of a business record, only which fields changed", async () => {
    await plant(1);
    const { rows } = await listAudits(auditor, filters());
    const row = await getAudit(auditor, rows[0]?.seq ?? "");
    expect(row).toMatchObject({ targetType: "代表", targetId: "t1", targetName: null, reason: null, changes: [{ field: "手机", values: null }] });
    for (const secret of ["丁岚", "4417", "0021", "本人来电"]) expect(JSON.stringify([rows, row])).not.toContain(secret);
  });

  it("keeps committees apart, sign-ins included", async () => {
    const other = await newCommittee();
    const stranger = await plantAccount(other.id, "OFFICE");
    await plant(3, { committee: other.id });
    await signIn(await publicActor(), { username: stranger.username, password: "wrong" }).catch(() => undefined);
    await signIn(await publicActor(), { username: holder.username, password: "wrong" }).catch(() => undefined);
    const { rows } = await listAudits(auditor, filters({ size: 100 }));
    expect(rows.filter((r) => r.targetName === holder.username)).toHaveLength(1);
    expect(rows.filter((r) => r.targetName === stranger.username)).toEqual([]);
    expect(await countRefusals(auditor)).toBeGreaterThan(0);
    const [foreign] = await ownerQuery<{ seq: string }>(`SELECT seq FROM "AuditEvent" WHERE "committeeId" = $1 LIMIT 1`, [other.id]);
    await expect(getAudit(auditor, foreign?.seq ?? "")).rejects.toBeInstanceOf(NotFound);
  });

  it.each(["SYSTEM_ADMIN", "SECURITY_ADMIN", "OFFICE", "OFFICE_HEAD", "UNIT_LIAISON", "DELEGATE", "LEADER", "HANDLING_UNIT", "SUPERVISOR"] as const)("shows %s nothing", async (role) => {
    await plant(2);
    const other = actorOf(role, committeeId);
    expect(await listAudits(other, filters())).toEqual({ rows: [], newerThan: null, olderThan: null });
    await expect(exportAudit(other, filters())).rejects.toBeInstanceOf(Forbidden);
  });
});

describe("exporting", () => {
  const ask = async (query = "") => GET(new Request(`http://127.0.0.1:3000/system/audit/export${query}`), { params: Promise.resolve({}) });

  it("streams every event of the filter without names, values or formulas, and is itself recorded", async () => {
    comeFrom({ token: await tokenOf(holder) });
    await plant(2500, { name: "=cmd()" });
    await plant(1, { name: "不在条件内" });
    const response = await ask(`?from=${today()}&actor=cmd`);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
    const lines = text.trimEnd().split("\r\n");
    expect([response.status, response.headers.get("content-disposition")]).toEqual([200, expect.stringContaining("attachment")]);
    expect(text.startsWith("\ufeff序号,时间,操作人")).toBe(true);
    expect([lines.length, lines[1]?.split(",")[2]]).toEqual([2501, "'=cmd()"]);
    for (const secret of ["丁岚", "4417", "本人来电", "不在条件内"]) expect(text).not.toContain(secret);
    const [own] = await ownerQuery<{ changes: unknown; reason: string }>(`SELECT * FROM "AuditEvent" WHERE "accountId" = $1 AND verb = 'audit.export'`, [holder.id]);
    expect(own).toMatchObject({ changes: { rows: [null, "2500"] }, reason: `起始日期：${today()}；操作人：cmd` });
  });

  it("is refused to others with a sentence, and recorded", async () => {
    const office = await plantAccount(committeeId, "OFFICE");
    comeFrom({ token: await tokenOf(office) });
    expect((await ask()).status).toBe(403);
    expect(await ownerQuery(`SELECT 1 FROM "AuditEvent" WHERE "accountId" = $1 AND verb = 'audit.export' AND outcome = 'REFUSED'`, [office.id])).toHaveLength(1);
    comeFrom();
    expect((await ask()).status).toBe(401);
  });
});

describe("the record", () => {
  it.each([`UPDATE "AuditEvent" SET reason = 'x'`, `DELETE FROM "AuditEvent"`, `TRUNCATE "AuditEvent"`, `DROP TABLE "AuditEvent"`, `ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`])("cannot be changed by the program: %s", async (sql) => {
    await plant(1);
    const client = new pg.Client({ connectionString: (await useDatabase()).url });
    await client.connect();
    try {
      await expect(client.query(sql)).rejects.toMatchObject({ code: "42501" });
    } finally {
      await client.end();
    }
  });

  it("is undone with the act it records", async () => {
    const act = transact(async () => {
      await audit(auditor, { verb: "audit.export", target: { type: "AuditEvent", id: committeeId } });
      throw new Error("the act failed");
    });
    await expect(act).rejects.toThrow("the act failed");
    expect(await auditOf(committeeId, "audit.export")).toEqual([]);
  });
});
