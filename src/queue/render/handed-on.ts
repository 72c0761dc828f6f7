import type { Studio } from "../contract/studio.ts";

/** A studio that hands everything on; what is to be done otherwise is written over it. */
export function handedOn(studio: Studio): Studio {
  return {
    look: async (photo, options) => studio.look(photo, options),
    render: async (request, options) => studio.render(request, options),
    convert: async (clip, options) => studio.convert(clip, options),
    sticker: async (request, options) => studio.sticker(request, options),
    reel: async (scenes, options) => studio.reel(scenes, options),
    verify: async (file, options) => studio.verify(file, options),
    measure: async (video, options) => studio.measure(video, options),
    listen: async (sound, options) => studio.listen(sound, options),
    products: async () => studio.products(),
    settled: (job) => {
      studio.settled?.(job);
    },
    forget: (photos) => {
      studio.forget(photos);
    },
    close: async () => studio.close(),
  };
}
