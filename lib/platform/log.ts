import "server-only";
import pino from "pino";

/** Names whose values never reach a log line. */
const HIDDEN = ["password", "token", "secret", "idNumber", "mobile", "address", "cookie", "authorization", "passwordHash"];

export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: HIDDEN.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[hidden]" },
});
