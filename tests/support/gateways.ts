import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export const SMS_SECRET = "k3f9aQ7xW2mZ8rT5vB1nY6cD4eH0jL_u";

type Call = { id: string; to: string; text: string };
type Way = (call: Call, response: ServerResponse, store: () => boolean) => void | Promise<void>;

const answer = (response: ServerResponse, status: number, body: object = {}) => void response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** What a gateway does with a text: takes it once per key, and says 409 to the second. */
export const takes: Way = (call, response, store) => answer(response, store() ? 200 : 409, { receipt: `r-${call.id.slice(-6)}` });
export const says = (status: number): Way => (_call, response) => answer(response, status);
/** Takes it, and answers as if it had not. */
export const takesAndFails: Way = (_call, response, store) => answer(response, store() ? 500 : 409);

/** A real gateway on loopback: refuses a wrong signature, keeps what it took by key, and can be closed and opened again on its port. */
export async function startGateway() {
  const taken = new Map<string, Call>();
  const gateway = { taken, calls: 0, way: takes as Way, url: "", close: async () => undefined as void, open: async () => undefined as void };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request);
    gateway.calls += 1;
    const { id, to, text } = JSON.parse(body) as Call;
    const signature = createHmac("sha256", SMS_SECRET).update(`${request.headers["x-timestamp"]}\n${body}`).digest("hex");
    if (request.headers["x-signature"] !== signature || request.headers["idempotency-key"] !== id) return answer(response, 401);
    const store = () => !taken.has(id) && taken.set(id, { id, to, text }).has(id);
    await gateway.way({ id, to, text }, response, store);
  };
  let server: Server;
  let port = 0;
  gateway.open = async () => {
    server = createServer((request, response) => void handle(request, response));
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
    gateway.url = `http://127.0.0.1:${port}/send`;
  };
  gateway.close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  await gateway.open();
  return gateway;
}

/** A real mail server on loopback; addresses that begin with "nobody" are not its own. */
export async function startMailServer() {
  const mails: { to: string[]; source: string }[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS", "AUTH"], logger: false,
    onRcptTo: ({ address }, _session, done) => (address.startsWith("nobody") ? done(Object.assign(new Error("no such user"), { responseCode: 550 })) : done()),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), source: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return { mails, url: `smtp://127.0.0.1:${port}`, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
