import type { AnimateOptions, AnimateRequest, Animation } from "../../pipeline/request.ts";
import type { FaceSummary } from "../../store/store.ts";

/** An animation without the faces' meshes, which nobody outside the pipeline needs. */
export interface Rendered extends Omit<Animation, "faces"> {
  readonly faces: readonly FaceSummary[];
}

/** Renders away from the thread that talks to the chat platforms. */
export interface Renderer {
  /**
   * Rejects with UserError for what the person can mend, with the signal's reason when it was aborted, with RenderFailed
   * for anything else. It always settles.
   */
  render(request: AnimateRequest, options: AnimateOptions): Promise<Rendered>;
  /** Ends the workers; what still renders is rejected. */
  close(): Promise<void>;
}

/** `bug`: the pipeline threw; `crash`: the worker died; `timeout`: it took too long and was stopped. */
export type RenderFailure = "bug" | "crash" | "timeout";

/** A render that failed through no fault of the photo's sender. */
export class RenderFailed extends Error {
  override readonly name = "RenderFailed";
  constructor(
    readonly failure: RenderFailure,
    message: string,
  ) {
    super(message);
  }
}
