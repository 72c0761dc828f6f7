import type { Logger } from "pino";
import { attempt } from "../../attempt.ts";
import { UserError } from "../../errors.ts";
import type { Measurement } from "../../store/measurements.ts";
import { type Studio, StudioFailed } from "../contract/studio.ts";
import { handedOn } from "./handed-on.ts";

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
    ...handedOn(studio),
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
  };
}

function outcomeOf(error: unknown): string {
  if (error instanceof UserError) return error.code;
  return error instanceof StudioFailed ? error.failure : "bug";
}
