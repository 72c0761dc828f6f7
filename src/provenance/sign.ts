import { OFFLINE, openC2pa, type WasmBuilder } from "./c2pa.ts";
import { coseSignature } from "./cose.ts";
import type { Identity } from "./identity.ts";
import { ingredientName, type Making, manifestOf } from "./manifest.ts";
import { blobOf, provideFileReader } from "./memory-blob.ts";

/** Files that can be signed. */
export type SignableType = "video/mp4" | "image/webp" | "image/gif" | "image/jpeg";

export interface SignOptions {
  readonly type: SignableType;
  readonly making: Making;
}

/** Signs what leaves the house. */
export interface Signer {
  /** The same file with signed metadata. Throws whatever keeps it from being signed. */
  sign(file: Uint8Array, options: SignOptions): Promise<Uint8Array>;
}

/** What a signature takes besides its certificates, with room for a longer one. */
const BESIDES_CERTIFICATES = 256;
const CLIPS = "video/mp4";

/** What signed metadata may add to a file, bytes. */
const SIGNED_BYTES = 8 * 1024;

/** How large a file may be before it is signed; limits that are next to nothing are kept as they are. */
export function withoutSignature(limit: number): number {
  return limit > 4 * SIGNED_BYTES ? limit - SIGNED_BYTES : limit;
}

/** The media types of the formats that can be signed. */
export const SIGNED_TYPES: Readonly<Record<string, SignableType | undefined>> = {
  mp4: "video/mp4",
  webp: "image/webp",
  gif: "image/gif",
  jpg: "image/jpeg",
};

/** A signer in this person's name; the library behind it is started when first needed. */
export function openSigner(identity: Identity): Signer {
  const reserveSize = identity.chain.reduce((sum, { length }) => sum + length, BESIDES_CERTIFICATES);
  const definition = {
    alg: "es256",
    reserveSize,
    sign: async (claim: Uint8Array) => Promise.resolve(new Uint8Array(coseSignature(claim, identity, reserveSize))),
  };
  return {
    sign: async (file, { type, making }) => {
      const { WasmBuilder } = await openC2pa();
      provideFileReader();
      const builder = WasmBuilder.fromJson(JSON.stringify(manifestOf(making, type)), OFFLINE);
      try {
        await addIngredients(builder, making);
        return await builder.sign(definition, [], type, blobOf(file, type));
      } finally {
        builder.free();
      }
    },
  };
}

async function addIngredients(builder: WasmBuilder, making: Making): Promise<void> {
  if (making.kind === "clip") return;
  const clips = making.kind === "reel" ? making.parts : [making.of];
  const relationship = making.kind === "reel" ? "componentOf" : "parentOf";
  for (const [i, clip] of clips.entries()) {
    const ingredient = { title: ingredientName(i), label: ingredientName(i), relationship };
    await builder.addIngredientFromBlob(JSON.stringify(ingredient), CLIPS, blobOf(clip, CLIPS));
  }
}
