import { expect, it, vi } from "vitest";
import { log } from "@/lib/platform/log";
import { logChannel } from "./log-channel";

it("writes one line, with neither the whole number nor the text", async () => {
  const line = vi.spyOn(log, "info").mockImplementation(() => undefined);
  expect(await logChannel.send({ id: "0195-a", to: "13800001234", text: "丁岚有一件今天到期" })).toEqual({ receipt: "log" });
  const written = JSON.stringify(line.mock.calls);
  expect(line).toHaveBeenCalledTimes(1);
  expect(written).toContain("138****1234");
  expect(written).not.toMatch(/13800001234|丁岚/);
});
