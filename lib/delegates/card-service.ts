import "server-only";
import { birthAndSexOf } from "@/lib/platform/chinese/id-number";
import { open } from "@/lib/platform/crypto";
import { db } from "@/lib/platform/db";
import { rowsJson } from "@/lib/platform/rows";

const CHUNK = 500;

/**
 * Reads month and sex out of all ID numbers written before these had columns of their own, when the worker starts;
 * returns how many. Derived facts: no version moves, and a row that moves meanwhile was written with them.
 */
export async function readCards(): Promise<number> {
  let [done, after] = [0, "00000000-0000-0000-0000-000000000000"];
  for (;;) {
    const rows = await db().person.findMany({
      where: { id: { gt: after }, idNumberCipher: { not: null }, idBirthMonth: null },
      select: { id: true, version: true, idNumberCipher: true }, orderBy: { id: "asc" }, take: CHUNK,
    });
    const last = rows.at(-1);
    if (!last) return done;
    const cards = rows.map((row) => ({ id: row.id, version: row.version, ...birthAndSexOf(open(row.idNumberCipher ?? "", `Person.idNumber:${row.id}`)) }));
    done += await db().$executeRaw`
      UPDATE "Person" p SET "idBirthMonth" = r."birthMonth", "idSex" = r.sex
      FROM json_populate_recordset(NULL::"Person", ${rowsJson(cards)}::json) r WHERE p.id = r.id AND p.version = r.version`;
    after = last.id;
  }
}
