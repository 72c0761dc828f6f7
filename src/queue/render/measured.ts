import type { Logger } from "pino";
import { attempt } from "../../attempt.ts";
import { UserError } from "../../errors.ts";
import type { Measurement } from "../../store/measurements.ts";
import { type Renderer, RenderFailed } from "./renderer.ts";

/** A renderer whose work is measured; what was called off is not counted, and what cannot be noted costs no clip. */
export function measured(
  renderer: Renderer,
  write: (measurement: Omit<Measurement, "at">) => void,
  log: Pick<Logger, "error">,
): Renderer {
  const note = (measurement: Omit<Measurement, "at">): void => {
    void attempt(log, "A measurement could not be noted", () => {
      write(measurement);
    });
  };
  return {
    render: async (request, options) => {
      try {
        const rendered = await renderer.render(request, options);
        note({ outcome: "clip", stages: rendered.timings });
        return rendered;
      } catch (error) {
        if (options.signal?.aborted !== true) note({ outcome: outcomeOf(error), stages: null });
        throw error;
      }
    },
    close: () => renderer.close(),
  };
}

function outcomeOf(error: unknown): string {
  if (error instanceof UserError) return error.code;
  return error instanceof RenderFailed ? error.failure : "bug";
}
