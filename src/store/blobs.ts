import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { decrypt, encrypt } from "./cipher.ts";
import { closeToOthers, isMissing, writeFileSafely } from "./files.ts";

/** Files of one kind, each under its record's id: on this machine's disk, or on a disk that a test makes up. */
export type Files = Pick<Blobs, "put" | "get" | "delete" | "deleteAll" | "reconcile" | "size" | "sizeOf">;

/** Makes the record of a file that has just been written. Where that cannot be done, the file goes again, and this throws why. */
export async function recordOrRemove(files: Pick<Files, "delete">, id: string, record: () => void): Promise<void> {
  try {
    record();
  } catch (error) {
    await files.delete(id);
    throw error;
  }
}

/** Encrypted files of one kind in one directory. */
export class Blobs {
  readonly #directory: string;
  readonly #kind: string;
  readonly #key: Uint8Array;
  /** Bytes of each file that is there. */
  readonly #sizes = new Map<string, number>();

  private constructor(directory: string, kind: string, key: Uint8Array) {
    this.#directory = directory;
    this.#kind = kind;
    this.#key = key;
  }

  /** Opens `<dataDir>/<kind>`, made if absent. `key`: 32 bytes. */
  static async open(dataDir: string, kind: string, key: Uint8Array): Promise<Blobs> {
    const directory = join(dataDir, kind);
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await closeToOthers(directory, 0o700);
    return new Blobs(directory, kind, key);
  }

  /** Writes a file durably. */
  async put(id: string, bytes: Uint8Array): Promise<void> {
    const sealed = await encrypt(this.#key, this.#label(id), bytes);
    await writeFileSafely(this.#path(id), sealed, 0o600);
    this.#sizes.set(id, sealed.length);
  }

  /** The decrypted file, or null when there is none. Throws when it was altered. */
  async get(id: string): Promise<Buffer | null> {
    try {
      return await decrypt(this.#key, this.#label(id), await readFile(this.#path(id)));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async delete(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
    this.#sizes.delete(id);
  }

  async deleteAll(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map(async (id) => this.delete(id)));
  }

  /** Takes stock: removes the files without a record, half-written ones included, and says which records have no file. */
  async reconcile(recorded: ReadonlySet<string>): Promise<string[]> {
    const names = new Set(await readdir(this.#directory));
    for (const name of names) {
      const path = join(this.#directory, name);
      if (recorded.has(name)) this.#sizes.set(name, (await stat(path)).size);
      else await rm(path, { force: true, recursive: true });
    }
    return [...recorded].filter((id) => !names.has(id));
  }

  /** Bytes of all files together. */
  get size(): number {
    let total = 0;
    for (const size of this.#sizes.values()) total += size;
    return total;
  }

  /** Bytes of one file, 0 when there is none. */
  sizeOf(id: string): number {
    return this.#sizes.get(id) ?? 0;
  }

  #path(id: string): string {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) throw new Error("Not an id of a stored file");
    return join(this.#directory, id);
  }

  /** Bound to the ciphertext, so that one file cannot stand in for another. */
  #label(id: string): string {
    return `${this.#kind}/${id}`;
  }
}
