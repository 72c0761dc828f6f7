import type { FastifyReply } from "fastify";
import { UserError } from "../../errors.ts";
import type { Original } from "../../pipeline/video/export.ts";
import type { Studio } from "../../queue/contract/studio.ts";
import { Refused } from "./refused.ts";
import { privately } from "./serving.ts";

/** What else a clip can be saved as, by the ending of the file. */
export const SAVED_AS = ["gif", "webp", "jpg"] as const;
export type SavedAs = (typeof SAVED_AS)[number];

const TYPES = { gif: "image/gif", webp: "image/webp", jpg: "image/jpeg" } as const satisfies Record<SavedAs, string>;

/** A clip of the store's; its file may be gone. */
export type ToSave = Omit<Original, "mp4"> & { readonly mp4: Uint8Array | null };

/** Makes other files of clips, for a visitor one at a time: each takes seconds of computing. */
export class Savings {
  readonly #saving = new Set<string>();

  constructor(private readonly studio: Pick<Studio, "convert">) {}

  /** Answers with a clip as another file. Throws Refused when it is gone, or the visitor has one made already. */
  async send(reply: FastifyReply, owner: string, format: SavedAs, clip: ToSave): Promise<FastifyReply> {
    const { mp4, width, height, fps } = clip;
    if (mp4 === null) throw new Refused("notFound");
    if (this.#saving.has(owner)) throw new Refused("tooMany");
    this.#saving.add(owner);
    try {
      const { bytes } = await this.studio.convert({ mp4, width, height, fps }, { format });
      return await privately(reply).type(TYPES[format]).send(Buffer.from(bytes));
    } catch (error) {
      if (error instanceof UserError) throw new Refused("tooLarge");
      throw error;
    } finally {
      this.#saving.delete(owner);
    }
  }
}
