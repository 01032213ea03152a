import { openDB, type DBSchema, type IDBPDatabase } from "idb";

/**
 * Records that were typed and have not come to the server, on this device alone. Sealed with a key of the account that
 * cannot be read out of the browser; gone with signing out, and after thirty days. Where the browser offers no
 * cryptography (plain http) nothing is kept.
 */
export type DraftState = "typing" | "queued" | "refused";
export type Values = Record<string, string | string[]>;
export type Draft = { key: string; kind: string; at: string; state: DraftState; values: Values; why?: string };

type Sealed = { key: string; account: string; at: string; nonce: Uint8Array<ArrayBuffer>; box: ArrayBuffer };
interface Schema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  drafts: { key: string; value: Sealed };
}

const NAME = "drafts";
const DAYS = 30;

export const canKeep = (): boolean => typeof indexedDB !== "undefined" && typeof crypto !== "undefined" && crypto.subtle !== undefined;

const open = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(NAME, 1, { upgrade: (db) => { db.createObjectStore("keys"); db.createObjectStore("drafts", { keyPath: "key" }); } });

async function within<T>(act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await open();
  try {
    return await act(db);
  } finally {
    db.close();
  }
}

/** The key of the account on this device; of two tabs that make one at once, the first one's is used by both. */
async function keyOf(db: IDBPDatabase<Schema>, account: string): Promise<CryptoKey> {
  const made = (await db.get("keys", account)) ?? (await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]));
  const keys = db.transaction("keys", "readwrite");
  const first = await keys.store.get(account);
  if (!first) await keys.store.put(made, account);
  await keys.done;
  return first ?? made;
}

/** Keeps a draft, over the one of the same key. */
export const keep = (account: string, draft: Draft): Promise<void> =>
  within(async (db) => {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, await keyOf(db, account), new TextEncoder().encode(JSON.stringify(draft)));
    await db.put("drafts", { key: draft.key, account, at: draft.at, nonce, box });
  });

export const drop = (key: string): Promise<void> => within((db) => db.delete("drafts", key));

/** The drafts of the account, the oldest first. What another account left here is neither read nor sent. */
export const list = (account: string): Promise<Draft[]> =>
  within(async (db) => {
    const old = new Date(Date.now() - DAYS * 86_400_000).toISOString();
    const own: Draft[] = [];
    const key = await keyOf(db, account);
    for (const { box, nonce, ...row } of await db.getAll("drafts")) {
      if (row.at < old) await db.delete("drafts", row.key);
      else if (row.account === account) own.push(JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, box))) as Draft);
    }
    return own.sort((a, b) => a.at.localeCompare(b.at));
  });

/** How many there are on this device, of whatever account. */
export const count = (): Promise<number> => within((db) => db.count("drafts"));

/** Forgets everything of this device, of whatever account. */
export const forget = (): Promise<void> => within(async (db) => void (await Promise.all([db.clear("drafts"), db.clear("keys")])));
