// The built pages as a server of their own: it believes forwarded addresses only from a proxy it was told of, and lets
// what is under way end before it stops.
import { createServer } from "node:http";
import next from "next";

const hostname = process.env.HOST ?? "127.0.0.1";
const port = Number(process.env.PORT ?? 3000);
const behindProxy = process.env.TRUST_PROXY === "1";
const DRAIN = 9_000;

/** What a client may claim about itself when no proxy stands before us to overwrite it. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "x-real-ip"];

const app = next({ dev: false, hostname, port });
await app.prepare();
const handle = app.getRequestHandler();

let draining = false;

const server = createServer((request, response) => {
  if (!behindProxy) for (const name of FORWARDED) delete request.headers[name];
  if (draining) response.setHeader("connection", "close");
  if (draining && request.url === "/api/health") return response.writeHead(503).end();
  return handle(request, response);
});
server.listen(port, hostname, () => process.stdout.write("web ready\n"));

/** For a moment says it is going while it still answers, then takes nothing new, ends what is under way and leaves. */
function stop() {
  draining = true;
  setTimeout(() => server.close(() => process.exit(0)), 500);
  setTimeout(() => process.exit(0), DRAIN).unref();
}

process.once("SIGTERM", stop).once("SIGINT", stop);
