import { UserError } from "../../errors.ts";
import type { Measurement } from "../../store/measurements.ts";
import { type Renderer, RenderFailed } from "./renderer.ts";

/** A renderer whose work is measured; what was called off is not counted. */
export function measured(renderer: Renderer, note: (measurement: Omit<Measurement, "at">) => void): Renderer {
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
