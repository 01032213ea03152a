import { v7 as newId } from "uuid";
import { ownerQuery } from "./database";

/** One person with a mandate, as far as counting looks at them. */
export type Planted = {
  delegationId: string; unitId: string; birthMonth: string;
  status?: string; category?: string | null; flags?: string[]; education?: string | null; sex?: string | null; ethnicity?: string | null;
};

/** Writes many people and their mandates straight into the tables, in two statements. */
export async function plantPeople(at: { committeeId: string; termId: string }, people: readonly Planted[]): Promise<void> {
  const rows = JSON.stringify(people.map((p) => ({ status: "ACTIVE", category: null, flags: [], education: null, sex: null, ethnicity: null, ...p, ...at, id: newId(), personId: newId() })));
  const from = `FROM json_to_recordset($1::json) AS r("committeeId" uuid, "termId" uuid, id uuid, "personId" uuid, "delegationId" uuid, "unitId" uuid,
    "birthMonth" text, status text, category text, flags json, education text, sex text, ethnicity text)`;
  await ownerQuery(`INSERT INTO "Person" (id, "committeeId", name, pinyin, initials, sex, ethnicity, "birthMonth")
    SELECT r."personId", r."committeeId", '试用名', 'shiyongming', 'sym', r.sex, r.ethnicity, r."birthMonth" ${from}`, [rows]);
  await ownerQuery(`INSERT INTO "Delegate" (id, "committeeId", "termId", "personId", "unitId", "delegationId", status, "primaryCategory", flags, education, "sortOrder", "strokeKey", pinyin, "updatedAt")
    SELECT r.id, r."committeeId", r."termId", r."personId", r."unitId", r."delegationId", r.status::"DelegateStatus", r.category::"PrimaryCategory",
      ARRAY(SELECT json_array_elements_text(r.flags))::"DelegateFlag"[], r.education, 1, 'k', 'shiyongming', now() ${from}`, [rows]);
}
