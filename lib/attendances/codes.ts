// The code of a session changes every 30 seconds and is good for the present step and the one before, so that a photograph
// sent on is of no use by the time it arrives. It is bound to the session: the morning's opens nothing in the afternoon.
import "server-only";
import { blindIndex } from "@/lib/platform/crypto";
import type { WrongCode } from "./labels";

export const STEP_SECONDS = 30;
const TAKEN = 2;
/** As far back a code is told from one that never was: ten minutes. */
const REMEMBERED = 20;

const stepOf = (at: Date): number => Math.floor(at.getTime() / (STEP_SECONDS * 1000));

export type ScreenCode = { /** What the QR carries. */ token: string; /** What is read out and typed. */ digits: string };

function codeOfStep(sessionId: string, step: number): ScreenCode {
  const number = Buffer.from(blindIndex("sign-in.digits", `${sessionId}:${step}`), "base64url").readUIntBE(0, 6);
  return { token: blindIndex("sign-in", `${sessionId}:${step}`), digits: String(number % 1_000_000).padStart(6, "0") };
}

/** What the screen shows now, and for how many more seconds. */
export const screenCode = (sessionId: string, at: Date): ScreenCode & { left: number } => ({ ...codeOfStep(sessionId, stepOf(at)), left: STEP_SECONDS - Math.floor((at.getTime() / 1000) % STEP_SECONDS) });

/** How a code came, when it is good now; else whether it was good before. */
export function readCode(sessionId: string, code: string, at: Date): { way: "QR" | "CODE" } | { wrong: WrongCode } {
  const way = code.length === 6 ? "CODE" : "QR";
  const matches = (back: number) => codeOfStep(sessionId, stepOf(at) - back)[way === "CODE" ? "digits" : "token"] === code;
  const steps = Array.from({ length: REMEMBERED }, (_, back) => back);
  const back = steps.find(matches);
  if (back === undefined) return { wrong: "wrong" };
  return back < TAKEN ? { way } : { wrong: "old" };
}
