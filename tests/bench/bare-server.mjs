// Bare Node and pg beside the product: same database, same role, same connections, no framework and no checks.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { answers } from "./bare-sql.mjs";

const facts = JSON.parse(process.env.BENCH_FACTS);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, options: "-c TimeZone=UTC", max: 10 });
const FIRST_NEW = 2_000_000;
let created = FIRST_NEW;
const bodies = new Map();

/** Person, mandate, how it came about, audit: what the product writes for one new delegate. */
function nextRows() {
  const at = created++;
  const [id, personId, now] = [randomUUID(), randomUUID(), new Date()];
  const { committeeId, termId, places, actors: { office } } = facts;
  const event = { committeeId, delegateId: id, effectiveOn: "2021-12-08", accountId: office.accountId };
  const keys = ["李", "会", "光", "李会", "会光", "i:l", "i:h", "i:g", "i:lh", "i:hg", `t:${at}`, `t:${at + 1}`];
  const cipher = randomUUID() + randomUUID();
  return [
    ["Person", { id: personId, committeeId, name: "李会光", pinyin: "lihuiguang", initials: "lhg", sex: "1", ethnicity: "01", birthMonth: "1963-07", nativePlace: "湖南湘潭", joinedPartyOn: "1988-04", workStartedOn: "1982-07", idNumberCipher: cipher, idNumberIndex: `bare${at}`, mobileIndex: `bare${at}` }],
    ["Delegate", { id, committeeId, termId, personId, ...places, delegateNo: `B-${at}`, status: "ACTIVE", primaryCategory: "MILITARY", flags: "{FRONTLINE}", education: "31", school: "省委党校经济管理", employer: "区税务局", position: "主任医师", sortOrder: at, strokeKey: "0712345210674e0634115404f1a0624313505149", pinyin: "lihuiguang", searchKeys: keys, updatedAt: now }],
    ["DelegateStatusEvent", { id: randomUUID(), ...event, event: "ELECT", toStatus: "PENDING_REVIEW" }],
    ["DelegateStatusEvent", { id: randomUUID(), ...event, event: "QUALIFY", fromStatus: "PENDING_REVIEW", toStatus: "ACTIVE", basis: "代表资格审查报告" }],
    ["AuditEvent", { committeeId, accountId: office.accountId, actorName: office.name, role: "OFFICE", verb: "delegate.create", targetType: "Delegate", targetId: id, targetName: "李会光", outcome: "DONE", requestId: id, address: "192.0.2.7" }],
  ];
}

/** A page of so many bytes that says nothing. */
const bodyOf = (bytes) => {
  if (!bodies.has(bytes)) bodies.set(bytes, Buffer.alloc(bytes, "<!-- -->"));
  return bodies.get(bytes);
};

async function answer(url, response) {
  const query = url.searchParams;
  const units = query.get("as") === "liaison" ? facts.actors.liaison.unitIds : null;
  const found = await answers[url.pathname]({ pool, facts, units, query, nextRows });
  const bytes = Number(query.get("bytes"));
  if (bytes) response.writeHead(200, { "content-type": "text/html" }).end(bodyOf(bytes));
  else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(found));
}

createServer((request, response) => {
  answer(new URL(request.url, "http://bench"), response).catch((error) => response.writeHead(500).end(String(error)));
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.stdout.write("ready\n"));
