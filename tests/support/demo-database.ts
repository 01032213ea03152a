import { readFileSync } from "node:fs";
import path from "node:path";

type Addresses = { owner: string; app: string };

/** The database of the demo data behind the browser's server, for what no form makes: what is over cannot be planned. */
export const demoDatabase = (): Addresses => JSON.parse(readFileSync(path.join(path.dirname(process.env.DEMO_ACCOUNTS_FILE ?? ""), "e2e-database.json"), "utf8")) as Addresses;
