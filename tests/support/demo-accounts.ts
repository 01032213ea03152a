import { readFileSync } from "node:fs";
import path from "node:path";

export interface DemoAccount {
  role: string;
  name: string;
  username: string;
  password: string;
}

const file = (): string => process.env.DEMO_ACCOUNTS_FILE ?? path.resolve(import.meta.dirname, "../../.data/test/demo-accounts.json");

/** The sign-ins the seed wrote, in its order. */
export const demoAccounts = (): DemoAccount[] => JSON.parse(readFileSync(file(), "utf8")) as DemoAccount[];
