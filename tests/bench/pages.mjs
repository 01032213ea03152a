import { randomBytes, createHash } from "node:crypto";
import { build } from "../../scripts/setup/build.mjs";
import { withClient } from "../../scripts/setup/databases.mjs";
import { freePort } from "../../scripts/setup/ports.mjs";
import { logFile } from "../../scripts/setup/run.mjs";
import { say, step } from "../../scripts/setup/say.mjs";
import { startWeb, stopServers, untilHealthy } from "../../scripts/setup/servers.mjs";
import { speedLine, WHO } from "./data.mjs";
import { environmentOf } from "./database.mjs";
import { bytesOf, race } from "./drive.mjs";
import { countStatements } from "./statements.mjs";

/** A session as a sign-in leaves it: the cookie holds the token, the row its hash. */
async function signIn(cluster, database, { accountId, grantId }) {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest("hex");
  await withClient(cluster.app(database), (client) => client.query(`INSERT INTO "Session" (id, "tokenHash", "accountId", "grantId", "expiresAt") VALUES (gen_random_uuid(), $1, $2, $3, now() + interval '6 hours')`, [tokenHash, accountId, grantId]));
  return { cookie: `ddb-session=${token}`, "accept-encoding": "identity" };
}

/** Pages of the staff, each beside the data under it; `of` gives the last part of the addresses from a sample. */
const tours = (facts) => [
  { key: "list", name: "花名册", page: ["/manage/delegates"], data: ["/list?"] },
  { key: "search", name: "花名册检索", page: facts.names.map((q) => `/manage/delegates?q=${encodeURIComponent(q)}`), data: facts.names.map((q) => `/search?q=${encodeURIComponent(q)}&`) },
  { key: "detail", name: "代表档案", page: facts.delegates.map((id) => `/manage/delegates/${id}`), data: facts.delegates.map((id) => `/detail?id=${id}&`) },
  { key: "composition", name: "代表构成", page: ["/manage/composition"], data: ["/composition?"] },
];

async function measurePage(cluster, web, bare, headers, as, tour, seconds) {
  const bytes = await bytesOf(web, tour.page[0], headers);
  const statements = await countStatements(cluster, () => bytesOf(web, tour.page[0], headers));
  say(`  ${tour.name}·${WHO[as]}：HTML ${(bytes / 1024).toFixed(1)} KB，${statements} 条语句`);
  const result = { name: tour.name, as, bytes, statements };
  const contenders = [{ name: "product", origin: web, paths: tour.page, headers }, { name: "bare", origin: bare.origin, paths: tour.data.map((path) => `${path}as=${as}&bytes=${bytes}`) }];
  for (const connections of [1, 16]) {
    const speeds = await race(contenders, connections, seconds);
    result[connections] = { ...speeds, ratio: speeds.product.perSecond / speeds.bare.perSecond };
    say(speedLine(`${tour.name}·${WHO[as]}`, connections, speeds.product, speeds.bare));
  }
  return result;
}

/** Builds and starts the pages on the bench's database and measures them for both actors. Returns results by page and actor. */
export async function measurePages(root, cluster, database, facts, bare, seconds) {
  await step("构建网页", async (note) => ((await build(root)) ? undefined : note("已是最新")));
  const port = await freePort(3900);
  const origin = `http://127.0.0.1:${port}`;
  const web = startWeb(root, { env: environmentOf(cluster, database, origin), host: "127.0.0.1", port, log: logFile(root, "bench-web") });
  const results = {};
  try {
    await untilHealthy(root, port, "127.0.0.1", [web]);
    for (const as of ["office", "liaison"]) {
      const headers = await signIn(cluster, database, facts.actors[as]);
      for (const tour of tours(facts)) results[`${tour.key}-${as}`] = await measurePage(cluster, origin, bare, headers, as, tour, seconds);
    }
  } finally {
    await stopServers([web]);
  }
  return results;
}
