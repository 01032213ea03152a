import "server-only";
import { hash, verify, type Options } from "@node-rs/argon2";
import { Refusal } from "@/lib/platform/errors";
import { refusals } from "./labels";

/** argon2id, 19 MiB, two passes, one lane: 22 ms a hash on two cores. */
const options: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SLOTS = 2;
const LONGEST_QUEUE = 60;
let running = 0;
const waiting: (() => void)[] = [];

/** At most two hashes at a time, so a flood of sign-ins cannot take the machine; a queue beyond 60 is refused. */
async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  if (running >= SLOTS) {
    if (waiting.length >= LONGEST_QUEUE) throw new Refusal(refusals.busy);
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string): Promise<string> => inSlot(() => hash(password, options));

let dummy: Promise<string> | undefined;

/** Verifies against the account's hash, or against a dummy of the same cost when there is no account. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const target = stored ?? (await (dummy ??= hash("nobody", options)));
  const matches = await inSlot(() => verify(target, password));
  return matches && stored !== null;
}
