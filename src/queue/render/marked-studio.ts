import type { Logger } from "pino";
import type { MarkCorner } from "../../pipeline/types.ts";
import { SIGNED_TYPES, type Signer, type SignOptions, withoutSignature } from "../../provenance/sign.ts";
import type { RenderRequest, Studio } from "../contract/studio.ts";
import { handedOn } from "./handed-on.ts";

/** What a file may hold where nobody says. */
const USUAL_BYTES = 10 * 1024 * 1024;

export interface MarkingOptions {
  /** Without it nothing is signed. */
  readonly signer?: Signer | undefined;
  /** Where the visible mark stands; at the top right without it. */
  readonly markCorner?: MarkCorner | undefined;
  readonly log: Pick<Logger, "warn">;
  /** Told of each file that went out unsigned. */
  readonly onUnsigned: () => void;
}

/**
 * A studio whose clips have the visible mark where the operator wants it, and are signed, as is what is made of them. The key
 * stays in this process, away from decoders; a file that cannot be signed goes out with its other marks.
 */
export function markedStudio(studio: Studio, { signer, markCorner, log, onUnsigned }: MarkingOptions): Studio {
  const signed = async (file: Uint8Array, options: SignOptions): Promise<Uint8Array> => {
    if (signer === undefined) return file;
    try {
      return await signer.sign(file, options);
    } catch (error) {
      log.warn({ err: error, type: options.type }, "A clip could not be signed; it goes out with its other marks");
      onUnsigned();
      return file;
    }
  };
  const cornered = (request: RenderRequest): RenderRequest =>
    markCorner === undefined ? request : { ...request, markCorner };
  return {
    ...handedOn(studio),
    render: async (request, options) => {
      const rendered = await studio.render(
        { ...cornered(request), maxBytes: withoutSignature(request.maxBytes ?? USUAL_BYTES) },
        options,
      );
      const sounds = request.song === undefined ? {} : { sounds: true };
      const making = { kind: "clip", changes: rendered.changes, ...sounds } as const;
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
    sticker: async (request, options) => studio.sticker(cornered(request), options),
    reel: async (scenes, options) => {
      const reel = await studio.reel(scenes, { ...options, markCorner });
      const parts = scenes.map(({ mp4 }) => mp4);
      return { ...reel, mp4: await signed(reel.mp4, { type: "video/mp4", making: { kind: "reel", parts } }) };
    },
  };
}
