import autocannon from "autocannon";
import { Stop } from "../../scripts/setup/say.mjs";

const WARM_UP = 1;
/** Product and bare server take turns, so that what else runs on the machine meets both. */
const ROUNDS = 2;
/** Slower answers are asked for by number instead of by time, a few for every connection. */
const SLOW = 100;

async function ask(origin, path, headers) {
  const from = performance.now();
  const answer = await fetch(origin + path, { headers: { "accept-encoding": "identity", ...headers }, redirect: "manual" });
  const body = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Stop(`${origin}${path} 回应 ${answer.status}，测速没有完成。`);
  return { bytes: body.byteLength, milliseconds: performance.now() - from };
}

/** Bytes of one answer, not compressed. */
export const bytesOf = async (origin, path, headers) => (await ask(origin, path, headers)).bytes;

async function fire({ origin, paths, headers }, connections, length) {
  const requests = paths.map((path) => ({ method: "GET", path }));
  const result = await autocannon({ url: origin, connections, headers, requests, timeout: 60, ...length });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Stop(`${origin}${paths[0]} 有 ${failed} 次没有得到回答，测速没有完成。`);
  // What the server still works at for connections already closed must not fall into the next contender's time.
  await ask(origin, paths[0], headers);
  // Counted by number, the end is only noticed at the next full second; the answers themselves tell the time better.
  const seconds = length.amount ? (result.requests.total * result.latency.average) / connections / 1000 : (result.finish - result.start) / 1000;
  return { requests: result.requests.total, seconds, p50: result.latency.p50, p99: result.latency.p99 };
}

function summed(runs) {
  const total = (key) => runs.reduce((sum, run) => sum + run[key], 0);
  return { perSecond: total("requests") / total("seconds"), p50: total("p50") / runs.length, p99: total("p99") / runs.length };
}

/**
 * Requests per second of every contender { name, origin, paths, headers } at so many connections.
 * Resolves to { [name]: { perSecond, p50, p99 } }, latencies in milliseconds.
 */
export async function race(contenders, connections, seconds) {
  const [runs, lengths] = [{}, {}];
  for (const each of contenders) {
    const { milliseconds } = await ask(each.origin, each.paths[0], each.headers);
    if (milliseconds < SLOW) await fire(each, connections, { duration: WARM_UP });
    lengths[each.name] = milliseconds < SLOW ? { duration: seconds / ROUNDS } : { amount: Math.max(connections, 4) };
    runs[each.name] = [];
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? contenders : [...contenders].reverse();
    for (const each of order) runs[each.name].push(await fire(each, connections, lengths[each.name]));
  }
  return Object.fromEntries(Object.entries(runs).map(([name, list]) => [name, summed(list)]));
}
