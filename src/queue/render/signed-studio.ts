import type { Logger } from "pino";
import { SIGNED_TYPES, type Signer, type SignOptions, withoutSignature } from "../../provenance/sign.ts";
import type { Studio } from "../contract/studio.ts";

/** What a file may hold where nobody says. */
const USUAL_BYTES = 10 * 1024 * 1024;

export interface SigningOptions {
  readonly signer: Signer;
  readonly log: Pick<Logger, "warn">;
  /** Told of each file that went out unsigned. */
  readonly onUnsigned: () => void;
}

/**
 * A studio whose clips, and what is made of them, are signed. The key stays in this process, away from decoders; a file that cannot be
 * signed goes out with its other marks.
 */
export function signedStudio(studio: Studio, { signer, log, onUnsigned }: SigningOptions): Studio {
  const signed = async (file: Uint8Array, options: SignOptions): Promise<Uint8Array> => {
    try {
      return await signer.sign(file, options);
    } catch (error) {
      log.warn({ err: error, type: options.type }, "A clip could not be signed; it goes out with its other marks");
      onUnsigned();
      return file;
    }
  };
  return {
    look: async (photo, options) => studio.look(photo, options),
    render: async (request, options) => {
      const rendered = await studio.render(
        { ...request, maxBytes: withoutSignature(request.maxBytes ?? USUAL_BYTES) },
        options,
      );
      const making = { kind: "clip", changes: rendered.changes } as const;
      const mp4 = await signed(rendered.clip.mp4, { type: "video/mp4", making });
      return { ...rendered, clip: { ...rendered.clip, mp4 } };
    },
    convert: async (clip, options) => {
      const converted = await studio.convert(clip, {
        ...options,
        maxBytes: withoutSignature(options.maxBytes ?? USUAL_BYTES),
      });
      const type = SIGNED_TYPES[converted.format];
      if (type === undefined) return converted;
      const bytes = await signed(converted.bytes, { type, making: { kind: "conversion", of: clip.mp4 } });
      return { ...converted, bytes };
    },
    sticker: async (request, options) => studio.sticker(request, options),
    verify: async (file, options) => studio.verify(file, options),
    products: async () => studio.products(),
    forget: (photos) => {
      studio.forget(photos);
    },
    close: async () => studio.close(),
  };
}
