import { openPipeline, type Pipeline } from "../../pipeline/index.ts";
import type { Rendered, RenderOptions, RenderRequest } from "../contract/studio.ts";
import { facesOf, summaryOf } from "./face-summary.ts";
import { look } from "./look.ts";
import type { Purpose } from "./purpose.ts";
import { thumbnailOf } from "./small-pictures.ts";
import type { Questions } from "./studio-by-orders.ts";

/** The work of one process of the studio. */
export interface Work extends Questions {
  /** Drops what is kept of photos, by their ids. */
  forget(photos: readonly string[]): void;
  /** Loads what the first job would otherwise wait for. */
  warmUp(purpose: Purpose): Promise<void>;
}

/** The work as the pipeline does it. */
export function openWork(pipeline: Pipeline = openPipeline()): Work {
  return {
    look: async (photo, options) => look(pipeline, photo, options),
    render: async (request, options) => render(pipeline, request, options),
    convert: async (clip, options) => pipeline.exportClip(clip, options),
    sticker: async (request, options) => {
      const { asked, known } = parted(request);
      return pipeline.sticker(asked, { ...options, ...known });
    },
    verify: async (file, options) => pipeline.verify(file, options),
    measure: async (video, options) => pipeline.measureMovement(video, options),
    listen: async (sound, options) => pipeline.listenTo(sound, options),
    reel: async (scenes, options) => pipeline.reel(scenes, options),
    products: async () => pipeline.products(),
    forget: (photos) => {
      pipeline.forget(photos);
    },
    warmUp: async (purpose) => {
      if (purpose === "render") pipeline.warmUp();
      else if (purpose === "look") await look(pipeline, EMPTY_PICTURE, {});
    },
  };
}

/** A GIF of one white pixel: looking at it loads what looks need. */
const EMPTY_PICTURE = Buffer.from("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=", "base64");

/** A clip, and the picture that stands for it. */
async function render(pipeline: Pipeline, request: RenderRequest, options: RenderOptions): Promise<Rendered> {
  const { asked, known } = parted(request);
  const { faces, ...animation } = await pipeline.animate(asked, { ...options, ...known });
  // Decoded already, unless the photo is too large to be remembered.
  const { photo } = await pipeline.lookAt(request.photo, { ...known, faces, engine: animation.engine });
  return { ...animation, faces: faces.map(summaryOf), thumbnail: await thumbnailOf(photo, animation.shows) };
}

/** What is asked of the pipeline, and what it may be told of the photo: its name, and the faces that an earlier look found. */
function parted({ id, known, ...asked }: RenderRequest) {
  const faces = known === undefined ? null : facesOf(known);
  return { asked, known: { ...(id === undefined ? {} : { name: id }), ...(faces === null ? {} : { faces }) } };
}
