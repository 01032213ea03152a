import { whenNpmEnds } from "./bootstrap.mjs";
import { generateClient } from "./migrate.mjs";
import { say, Stop } from "./say.mjs";
import { diedSentence, startWorker, stopServers } from "./servers.mjs";
import { openGiven, readDotEnv } from "./store.mjs";

/**
 * The jobs alone, on the operator's own database: beside pages started with WORKER=0, or as one more worker. Stays until
 * a signal; running jobs are finished first. Resolves to the exit code.
 */
export async function working(root) {
  readDotEnv(root);
  if (!process.env.DATABASE_URL) throw new Stop("没有设置 DATABASE_URL。这个命令用于正式使用的数据库；试用请直接运行 npm start，其中已有后台任务。");
  await generateClient(root);
  const { mustBeConfigured } = await import("./launch.mjs");
  mustBeConfigured(root, process.env);
  const worker = startWorker(root, { env: await openGiven(root), dev: false });
  say("后台任务已启动。按 Ctrl-C 停止。");
  const wish = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve(null));
    whenNpmEnds(() => resolve(null));
  });
  const code = await Promise.race([wish, worker.exited]);
  if (code !== null) say(diedSentence(worker, code, root));
  else await stopServers([worker]);
  return code === null ? 0 : 1;
}
