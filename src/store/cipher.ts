import {
  type CipherGCM,
  createCipheriv,
  createDecipheriv,
  createHmac,
  type DecipherGCM,
  hkdfSync,
  randomBytes,
} from "node:crypto";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SLICE_BYTES = 2 ** 20;
const MAGIC = Buffer.from("KS1\0");

/** A key for one purpose, made from the main one (HKDF, RFC 5869), so that records and files never share one. */
export function deriveKey(key: Uint8Array, purpose: "records" | "files" | "digests" | "orders" | "notes"): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", `keepsake ${purpose}`, KEY_BYTES));
}

/** A keyed one-way function of texts. */
export type Digest = (text: string) => string;

/** Equal texts give equal digests (HMAC-SHA256), and without the key nobody can tell of which text one is. */
export function digestWith(key: Uint8Array): Digest {
  const own = deriveKey(key, "digests");
  return (text) => createHmac("sha256", own).update(text).digest("base64url");
}

/** Encrypts with AES-256-GCM: magic, nonce, ciphertext, tag. `label` says what it is, and must be the same to decrypt. */
export async function encrypt(key: Uint8Array, label: string, plain: Uint8Array): Promise<Buffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(label));
  const sealed = await inSlices(cipher, plain);
  return Buffer.concat([MAGIC, nonce, ...sealed, cipher.final(), cipher.getAuthTag()]);
}

/** Undoes `encrypt`. Rejects when the key or label is another one or a single bit was changed. */
export async function decrypt(key: Uint8Array, label: string, sealed: Uint8Array): Promise<Buffer> {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const start = MAGIC.length + NONCE_BYTES;
  if (bytes.length < start + TAG_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new Error(`${label} is not an encrypted file of ours`);
  }
  const nonce = bytes.subarray(MAGIC.length, start);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(label)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const plain = await inSlices(decipher, bytes.subarray(start, -TAG_BYTES));
  return Buffer.concat([...plain, decipher.final()]);
}

/** A 20 MB photo at once would hold up every chat for a tenth of a second on a busy machine. */
async function inSlices(cipher: CipherGCM | DecipherGCM, bytes: Uint8Array): Promise<Buffer[]> {
  const done: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    if (at > 0) await new Promise((resolve) => setImmediate(resolve));
    done.push(cipher.update(bytes.subarray(at, at + SLICE_BYTES)));
  }
  return done;
}
