import { signingFiles } from "../environment.ts";
import type { ExportedClip } from "../pipeline/video/export.ts";
import { openC2pa } from "../provenance/c2pa.ts";
import { identityIn, makeIdentity, readIdentity } from "../provenance/identity.ts";
import type { ClipMaking } from "../provenance/manifest.ts";
import { openSigner, SIGNED_TYPES, type Signer, type SignOptions } from "../provenance/sign.ts";
import { UsageError } from "./usage.ts";

export interface MaybeSigned {
  readonly bytes: Uint8Array;
  readonly signed: boolean;
}

/** Signs what the command line makes. What cannot be signed is given back as it is. */
export class Signing {
  #signer: Promise<Signer> | undefined;

  /** Opens what signing needs while there is other work to do. Who signs hears of it if that fails. */
  warmUp(): void {
    this.#signer ??= open();
    for (const opening of [this.#signer, openC2pa()]) opening.catch(() => undefined);
  }

  /** Throws `UsageError` for a key of the person's own that cannot be used. */
  async clip(mp4: Uint8Array, made: Omit<ClipMaking, "kind">): Promise<MaybeSigned> {
    return this.#signed(mp4, { type: "video/mp4", making: { kind: "clip", ...made } });
  }

  /** The same for what was made of a clip, where its format can be signed. */
  async conversion({ format, bytes }: ExportedClip, of: Uint8Array): Promise<MaybeSigned> {
    const type = SIGNED_TYPES[format];
    if (type === undefined) return { bytes, signed: false };
    return this.#signed(bytes, { type, making: { kind: "conversion", of } });
  }

  async #signed(file: Uint8Array, options: SignOptions): Promise<MaybeSigned> {
    try {
      this.#signer ??= open();
      return { bytes: await (await this.#signer).sign(file, options), signed: true };
    } catch (error) {
      if (error instanceof UsageError) throw error;
      return { bytes: file, signed: false };
    }
  }
}

/** Without files of one's own each run has a key for itself: nothing is left in anybody's home, and no two clips can be told to be of one hand. */
async function open(): Promise<Signer> {
  const files = signingFiles();
  if (files === undefined) {
    const { cert, key } = await makeIdentity(Date.now());
    return openSigner(identityIn(cert, key));
  }
  return openSigner(
    await readIdentity(files).catch((error: unknown) => {
      throw new UsageError(`C2PA_CERT, C2PA_KEY: ${(error as Error).message}`, { cause: error });
    }),
  );
}
