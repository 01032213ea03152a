import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { whenNpmEnds } from "./bootstrap.mjs";
import { build } from "./build.mjs";
import { claim } from "./claim.mjs";
import { generateClient } from "./migrate.mjs";
import { endRuns, logFile } from "./run.mjs";
import { say, sentenceOf, step, Stop } from "./say.mjs";
import { diedSentence, startWeb, startWorker, stopServers, untilHealthy } from "./servers.mjs";
import { mustBeFree, openBundled, openGiven, readDotEnv } from "./store.mjs";

const CHECK = 'import("./lib/platform/env.ts").then((m) => m.readEnv(process.env)).catch((e) => { process.stdout.write(e.message); process.exit(1); })';

/** The programs refuse a wrong configuration too; asking first gives one sentence instead of a log. */
export function mustBeConfigured(root, env) {
  const done = spawnSync(process.execPath, ["--conditions=react-server", "-e", CHECK], { cwd: root, env, encoding: "utf8" });
  if (done.status !== 0) throw new Stop(done.stdout.trim() || "配置没有通过检查。");
}

/** One sign-in for each role, in the order of the file: [{ role, name, username, password }]. */
export function signInLines(accounts) {
  const firsts = accounts.filter((account, i) => accounts.findIndex(({ role }) => role === account.role) === i);
  return firsts.map(({ role, name, username, password }) => `  ${role}  ${name}  登录名 ${username}  口令 ${password}`);
}

function welcome(origin, accounts) {
  say(`\n已就绪，请在浏览器打开 ${origin}`);
  if (accounts && existsSync(accounts)) {
    say("演示账号：");
    signInLines(JSON.parse(readFileSync(accounts, "utf8"))).forEach(say);
  }
  say("按 Ctrl-C 停止。");
}

/** Everything of one start: what must be stopped, in order, and the wish to stop. */
function newSession(root, address) {
  const held = claim(path.join(root, ".data"), root);
  if (held.holder) throw new Stop(`平台已在运行（进程 ${held.holder.pid}）${held.holder.origin ? `：${held.holder.origin}` : ""}。如要重新启动，请先停止它。`);
  const session = { servers: [], opening: undefined, stopping: undefined };
  session.wish = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve(signal));
    process.on("disconnect", () => resolve("disconnect"));
    whenNpmEnds(() => resolve("orphaned"));
  });
  session.note = () => held.note({ origin: address, children: session.servers.map(({ child }) => child.pid) });
  session.end = () => (session.stopping ??= (async () => {
    endRuns();
    await stopServers(session.servers);
    const database = await Promise.resolve(session.opening).catch(() => undefined);
    await database?.stop();
    held.release();
  })());
  return session;
}

async function prepare(root, session, { dev, origin }) {
  if (await generateClient(root)) say("已生成数据库客户端");
  const given = Boolean(process.env.DATABASE_URL);
  if (given) mustBeConfigured(root, process.env);
  const opening = (server) => {
    session.opening = server;
  };
  const env = given ? await openGiven(root) : await openBundled(root, origin, opening);
  if (!dev) await step("构建网页", async (note) => ((await build(root)) ? undefined : note("没有变化")));
  return { env, given };
}

async function serve(root, session, { host, port, dev, origin }, { env, given }) {
  await step("启动服务", async () => {
    if (session.stopping) throw new Stop("正在停止，没有继续。");
    const log = (name) => (given ? undefined : logFile(root, name));
    session.servers.push(startWeb(root, { env, host, port, dev, log: log("web") }));
    // Where workers run by themselves (npm run worker), the pages need none.
    if (process.env.WORKER !== "0") session.servers.push(startWorker(root, { env, dev, log: log("worker") }));
    session.note();
    await untilHealthy(root, port, host, session.servers);
  });
  welcome(origin, env.DEMO_ACCOUNTS_FILE);
  const deaths = session.servers.map((server) => server.exited.then((code) => diedSentence(server, code, root)));
  const database = await session.opening;
  if (database) deaths.push(database.exited.then(() => "数据库意外退出，平台已全部停止。原因见 .data/postgres.log。"));
  return Promise.race(deaths);
}

/**
 * Brings the platform up and stays until a signal or a death; everything it started ends with it.
 * Resolves to the exit code: 0 after a signal, 1 after a sentence that says what went wrong.
 */
export async function launch(root, { dev }) {
  let session;
  try {
    readDotEnv(root);
    const host = process.env.HOST || "127.0.0.1";
    const port = Number(process.env.PORT || 3000);
    const origin = process.env.APP_URL || `http://127.0.0.1:${port}`;
    const options = { dev, host, port, origin };
    session = newSession(root, origin);
    const work = mustBeFree(port, host).then(() => prepare(root, session, options)).then((ready) => serve(root, session, options, ready));
    const outcome = await Promise.race([work.then((sentence) => ({ sentence })), session.wish.then(() => ({}))]);
    work.catch(() => undefined);
    if (!outcome.sentence) say("\n正在停止 …");
    await session.end();
    say(outcome.sentence ?? "已停止。");
    return outcome.sentence ? 1 : 0;
  } catch (error) {
    await session?.end();
    say(sentenceOf(error));
    return 1;
  }
}
