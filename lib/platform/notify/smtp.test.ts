import { createServer, type AddressInfo, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { smtpChannel } from "./smtp";

/** A server that says these lines, one to each line it hears, the first unasked; then it keeps silent. */
async function speaking(lines: string[], pace = 0): Promise<string> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    const left = [...lines];
    const say = () => void setTimeout(() => left.length > 0 && !socket.destroyed && socket.write(`${left.shift()}\r\n`), pace);
    say();
    socket.on("data", say);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const send = async (url: string) => smtpChannel({ url, from: "notice@qinglan.example", timeout: 150 }).send({ id: "0195-a", to: "ding@office.example", subject: "s", text: "t" });

it.each([
  ["says nothing", [], "Unreachable", "连接不上邮件服务器"],
  ["is too busy", ["421 busy"], "Unreachable", "邮件服务器暂不接收（421）"],
  ["puts the letter off", ["220 hi", "250 hi", "250 ok", "451 later"], "Unreachable", "邮件服务器暂不接收（451）"],
  ["does not know the address", ["220 hi", "250 hi", "250 ok", "550 who"], "Rejected", "邮件服务器不接受这个地址或这封邮件（550）"],
])("tells of a server that %s", async (_, lines, name, message) => {
  await expect(send(await speaking(lines))).rejects.toMatchObject({ name, message });
});

it("does not wait for a server that answers always just in time", async () => {
  await expect(send(await speaking(["220 hi", "250 hi", "250 ok", "250 ok", "354 go", "250 ok"], 120))).rejects.toMatchObject({ name: "Unreachable", message: "邮件服务器答复太慢" });
});

it("tells of a sign-in that is refused as something to be mended", async () => {
  const url = (await speaking(["220 hi", "250-hi\r\n250 AUTH PLAIN", "535 no"])).replace("smtp://", "smtp://user:wrong@");
  await expect(send(url)).rejects.toMatchObject({ name: "Unreachable" });
});
