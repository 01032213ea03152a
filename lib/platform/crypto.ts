import "server-only";
import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, randomBytes, type KeyObject } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { env } from "./env";

const prepared = new WeakMap<Buffer, KeyObject>();

/** Bytes made into a key once: doing so anew for every value costs more than the cipher itself. */
function secret(bytes: Buffer): KeyObject {
  const key = prepared.get(bytes) ?? createSecretKey(bytes);
  prepared.set(bytes, key);
  return key;
}

const NONCE = 12;
let nonces = Buffer.alloc(0);

/** Fresh random bytes, fetched for many values at once: asking the generator costs as much as the cipher. */
function nonceOf(): Buffer {
  if (nonces.length < NONCE) nonces = randomBytes(NONCE * 256);
  const nonce = nonces.subarray(0, NONCE);
  nonces = nonces.subarray(NONCE);
  return nonce;
}

const keyOf = (version: number) => {
  const found = env().DATA_KEYS.find((k) => k.version === version);
  if (!found) throw new Error(`DATA_KEYS has no key of version ${version}`);
  return found.key;
};

const newest = () => env().DATA_KEYS.reduce((a, b) => (b.version > a.version ? b : a));

/**
 * AES-256-GCM. Layout: 2 bytes key version, 12 bytes nonce, 16 bytes tag, ciphertext. `context` names the place
 * (table.column:row) and is authenticated, so a ciphertext moved to another row does not open.
 */
export function sealBytes(plain: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  const { version, key } = newest();
  const nonce = nonceOf();
  const cipher = createCipheriv("aes-256-gcm", secret(key), nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const head = Buffer.alloc(2);
  head.writeUInt16BE(version);
  return new Uint8Array(Buffer.concat([head, nonce, cipher.getAuthTag(), body]));
}

/** Opens what sealBytes made; throws when the bytes, the key or the context differ. */
export function openBytes(sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", secret(keyOf(bytes.readUInt16BE(0))), bytes.subarray(2, 14))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(14, 30));
  return Buffer.concat([decipher.update(bytes.subarray(30)), decipher.final()]);
}

/** Text form of sealBytes, base64url. */
export const seal = (plain: string, context: string): string => Buffer.from(sealBytes(Buffer.from(plain), context)).toString("base64url");

export const open = (sealed: string, context: string): string => openBytes(Buffer.from(sealed, "base64url"), context).toString();

/** A JSON value, compressed and sealed: for large working data that holds personal details. */
export const sealJson = (value: unknown, context: string) => sealBytes(gzipSync(JSON.stringify(value), { level: 1 }), context);

export const openJson = (sealed: Uint8Array, context: string): unknown => JSON.parse(gunzipSync(openBytes(sealed, context)).toString());

/** Keyed index for equality: same kind and value give the same 22 characters; nothing can be read back. */
export const blindIndex = (kind: string, value: string): string =>
  createHmac("sha256", secret(env().INDEX_KEY)).update(`${kind}\n${value}`).digest("base64url").slice(0, 22);

export const sha256 = (value: string | Uint8Array): string => createHash("sha256").update(value).digest("hex");

/** 256 random bits, base64url. */
export const randomToken = (): string => randomBytes(32).toString("base64url");
