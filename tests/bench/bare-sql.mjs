// The same answers by hand: what a careful person would write against the tables, with nothing in between.

const ON_REGISTER = "('PENDING_REVIEW', 'ACTIVE', 'SUSPENDED')";
const SCOPE = `d."committeeId" = $1 AND d."termId" = $2 AND d.status IN ${ON_REGISTER}`;
const UNITS = 'd."unitId" = ANY($3::uuid[])';
const COLUMNS = `d.id, d."delegateNo", d.status, d."primaryCategory", d.flags, d.education, d.degree, d.employer, d.position, d."professionalTitle", d.remark,
  p.name, p.sex, p.ethnicity, p."birthMonth", p."nativePlace", p."joinedPartyOn", p."workStartedOn", p."mobileCipher", t.name AS delegation, g.name AS "group", u.name AS unit`;
const JOINS = `JOIN "Person" p ON p.id = d."personId" JOIN "Delegation" t ON t.id = d."delegationId" JOIN "Unit" u ON u.id = d."unitId" LEFT JOIN "DelegateGroup" g ON g.id = d."groupId"`;

const page = (where) => `SELECT ${COLUMNS} FROM "Delegate" d ${JOINS} WHERE ${where} ORDER BY d."strokeKey", d.id LIMIT 50`;
const total = (where, joins = "") => `SELECT count(*)::int AS total FROM "Delegate" d ${joins} WHERE ${where}`;

/** Rows and total of one page; `units` is null for the office. */
async function pageOf(pool, facts, units, condition = "", more = [], joins = "") {
  const values = [facts.committeeId, facts.termId, ...(units ? [units] : []), ...more];
  const scope = [SCOPE, ...(units ? [UNITS] : []), ...(condition ? [condition(units ? 4 : 3)] : [])].join(" AND ");
  const [rows, counted] = await Promise.all([pool.query(page(scope), values), pool.query(total(scope, joins), values)]);
  return { rows: rows.rows, total: counted.rows[0].total };
}

const PERSON = 'JOIN "Person" p ON p.id = d."personId"';
const byName = (at) => `d."searchKeys" @> $${at}::text[] AND p.name LIKE '%' || $${at + 1} || '%'`;
const byInitials = (at) => `d."searchKeys" @> $${at}::text[] AND p.initials LIKE '%' || $${at + 1} || '%'`;
const pairs = (text) => (text.length < 2 ? [text] : [...text].slice(1).map((char, i) => `${text[i]}${char}`));

const DETAIL = `SELECT d.*, to_jsonb(p) AS person, t.name AS delegation, g.name AS "group", u.name AS unit, e.name AS term, e."startsOn", e."endsOn",
  (SELECT json_agg(s ORDER BY s."effectiveOn" DESC, s."recordedAt" DESC) FROM "DelegateStatusEvent" s WHERE s."committeeId" = d."committeeId" AND s."delegateId" = d.id) AS events
  FROM "Delegate" d ${JOINS} JOIN "Term" e ON e.id = d."termId" WHERE d."committeeId" = $1 AND d.id = $2`;

async function detail(pool, facts, units, id) {
  const found = await pool.query(DETAIL + (units ? ` AND ${UNITS}` : ""), [facts.committeeId, id, ...(units ? [units] : [])]);
  const d = found.rows[0];
  const scope = SCOPE + (units ? ` AND ${UNITS}` : "");
  const here = units ? '($4, $5::uuid)' : '($3, $4::uuid)';
  const values = [facts.committeeId, facts.termId, ...(units ? [units] : []), d.strokeKey, d.id];
  const around = await pool.query(`SELECT
    (SELECT count(*)::int FROM "Delegate" d WHERE ${scope} AND (d."strokeKey", d.id) <= ${here}) AS place,
    (SELECT count(*)::int FROM "Delegate" d WHERE ${scope}) AS total,
    (SELECT d.id FROM "Delegate" d WHERE ${scope} AND (d."strokeKey", d.id) < ${here} ORDER BY d."strokeKey" DESC, d.id DESC LIMIT 1) AS previous,
    (SELECT d.id FROM "Delegate" d WHERE ${scope} AND (d."strokeKey", d.id) > ${here} ORDER BY d."strokeKey", d.id LIMIT 1) AS next`, values);
  return { ...d, neighbours: around.rows[0] };
}

const flag = (name) => `'${name}' = ANY(f.flags)`;
const among = (codes) => `f.education = ANY('{${codes}}')`;
const PARTS = [
  "true", ...["LEADING_CADRE", "PROFESSIONAL", "MODEL", "MILITARY"].map((c) => `f."primaryCategory" = '${c}'`), 'f."primaryCategory" IS NULL',
  "f.sex = '2'", "f.sex = '1'", "f.sex IS NULL", "f.ethnicity = '01'", "f.ethnicity <> '01'", "f.ethnicity IS NULL",
  "f.age <= 35", ...[[36, 45], [46, 50], [51, 55], [56, 60]].map(([from, to]) => `f.age BETWEEN ${from} AND ${to}`), "f.age >= 61",
  ...["10,11,14,17", "20,21", "30,31", "40,41,44,47,60,61", "70,71", "80,81", "90"].map(among), "f.education IS NULL",
  ...["FRONTLINE", "WORKER", "FARMER", "NEW_ORGANIZATION", "RETIRED", "RETURNED_OVERSEAS"].map(flag),
];

const composed = (scope) => `WITH f AS MATERIALIZED (
    SELECT d."delegationId", d."unitId", d."primaryCategory", d.flags, d.education::text AS education, p.sex, p.ethnicity,
      2025 - left(p."birthMonth", 4)::int AS age FROM "Delegate" d ${PERSON} WHERE ${scope}
  ), x AS (
    SELECT f."delegationId", f."unitId", sum(f.age)::int AS ages, ARRAY[${PARTS.map((part) => `count(*) FILTER (WHERE ${part})`).join(", ")}]::int[] AS counts
    FROM f GROUP BY f."delegationId", f."unitId"
  )
  SELECT t.name AS delegation, u.name AS unit, NULL AS ethnicity, x.ages, x.counts FROM x JOIN "Delegation" t ON t.id = x."delegationId" JOIN "Unit" u ON u.id = x."unitId"
  UNION ALL SELECT NULL, NULL, f.ethnicity, 0, ARRAY[count(*)]::int[] FROM f GROUP BY f.ethnicity`;

async function composition(pool, facts, units) {
  const found = await pool.query(composed(SCOPE + (units ? ` AND ${UNITS}` : "")), [facts.committeeId, facts.termId, ...(units ? [units] : [])]);
  return found.rows;
}

const insert = (table, row) => ({ text: `INSERT INTO "${table}" (${Object.keys(row).map((c) => `"${c}"`).join(", ")}) VALUES (${Object.keys(row).map((_, i) => `$${i + 1}`).join(", ")})`, values: Object.values(row) });

/** The rows of a new delegate in one transaction, without any check; the order is the last one's successor. */
async function create(pool, rows) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    for (const [table, row] of rows) await client.query(insert(table, row));
    await client.query("COMMIT");
    return { id: rows[1][1].id };
  } finally {
    client.release();
  }
}

/** Answers by path; `units` is null for the office. */
export const answers = {
  "/list": ({ pool, facts, units }) => pageOf(pool, facts, units),
  "/search": ({ pool, facts, units, query }) => pageOf(pool, facts, units, byName, [pairs(query.get("q")), query.get("q")], PERSON),
  "/initials": ({ pool, facts, units, query }) => pageOf(pool, facts, units, byInitials, [pairs(query.get("q")).map((pair) => `i:${pair}`), query.get("q")], PERSON),
  "/detail": ({ pool, facts, units, query }) => detail(pool, facts, units, query.get("id")),
  "/composition": ({ pool, facts, units }) => composition(pool, facts, units),
  "/create": ({ pool, nextRows }) => create(pool, nextRows()),
};
