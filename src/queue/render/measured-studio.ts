import type { Logger } from "pino";
import { attempt } from "../../attempt.ts";
import { UserError } from "../../errors.ts";
import type { Measurement } from "../../store/measurements.ts";
import { type Studio, StudioFailed } from "../contract/studio.ts";

/** A studio whose clips are measured; what was called off is not counted, and what cannot be noted costs no clip. */
export function measuredStudio(
  studio: Studio,
  write: (measurement: Omit<Measurement, "at">) => void,
  log: Pick<Logger, "error">,
): Studio {
  const note = (measurement: Omit<Measurement, "at">): void => {
    void attempt(log, "A measurement could not be noted", () => {
      write(measurement);
    });
  };
  return {
    look: async (photo, options) => studio.look(photo, options),
    render: async (request, options) => {
      try {
        const rendered = await studio.render(request, options);
        note({ outcome: "clip", stages: rendered.timings });
        return rendered;
      } catch (error) {
        if (options.signal?.aborted !== true) note({ outcome: outcomeOf(error), stages: null });
        throw error;
      }
    },
    convert: async (clip, options) => studio.convert(clip, options),
    sticker: async (request, options) => studio.sticker(request, options),
    verify: async (file, options) => studio.verify(file, options),
    reel: async (scenes, options) => studio.reel(scenes, options),
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

function outcomeOf(error: unknown): string {
  if (error instanceof UserError) return error.code;
  return error instanceof StudioFailed ? error.failure : "bug";
}
