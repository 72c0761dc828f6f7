import { randomBytes } from "node:crypto";
import { type Digest, decrypt, deriveKey, digestWith, encrypt } from "../../store/cipher.ts";

const KEY_BYTES = 32;

/** Which of the two ways something goes. What is sealed for one cannot be passed off as the other. */
export type Direction = "order" | "answer";

/** One order or its answer in one attempt: whatever is sealed is bound to these. */
export interface Sealed {
  readonly name: string;
  readonly attempt: string;
}

/**
 * What the bot and its workers share, and Redis does not: the key of `WORKER_KEY`. Photos and clips are sealed with a key of
 * their own for each attempt, which travels wrapped; small notes with one for all. AES-256-GCM throughout.
 */
export class Sealing {
  readonly #orders: Buffer;
  readonly #notes: Buffer;
  readonly #digest: Digest;

  /** @param key 32 bytes. */
  constructor(key: Uint8Array) {
    this.#orders = deriveKey(key, "orders");
    this.#notes = deriveKey(key, "notes");
    this.#digest = digestWith(key);
  }

  /** The name under which others may know something: always the same, and nobody can tell from it what it stands for. */
  nameOf(id: string): string {
    return this.#digest(id).slice(0, 32);
  }

  /** A new key for one attempt, and the same wrapped. */
  async newKey(of: Sealed): Promise<{ readonly key: Buffer; readonly wrapped: string }> {
    const key = randomBytes(KEY_BYTES);
    return { key, wrapped: (await encrypt(this.#orders, labelOf("key", of), key)).toString("base64") };
  }

  /** Rejects for a key that was not wrapped for this attempt by somebody who has `WORKER_KEY`. */
  async unwrap(wrapped: string, of: Sealed): Promise<Buffer> {
    return decrypt(this.#orders, labelOf("key", of), Buffer.from(wrapped, "base64"));
  }

  async sealNote(what: string, note: unknown): Promise<string> {
    return (await encrypt(this.#notes, what, Buffer.from(JSON.stringify(note)))).toString("base64");
  }

  /** Null for what was sealed with another key, or for something else. */
  async openNote(what: string, sealed: string): Promise<unknown> {
    try {
      return JSON.parse((await decrypt(this.#notes, what, Buffer.from(sealed, "base64"))).toString());
    } catch {
      return null;
    }
  }
}

export async function sealParcel(
  key: Uint8Array,
  direction: Direction,
  of: Sealed,
  parcel: Uint8Array,
): Promise<Buffer> {
  return encrypt(key, labelOf(direction, of), parcel);
}

/** Rejects for what was sealed with another key, for another attempt, or for the other way. */
export async function openParcel(
  key: Uint8Array,
  direction: Direction,
  of: Sealed,
  sealed: Uint8Array,
): Promise<Buffer> {
  return decrypt(key, labelOf(direction, of), sealed);
}

function labelOf(what: Direction | "key", { name, attempt }: Sealed): string {
  return `${what} ${name} ${attempt}`;
}
