/** Why nothing can be filmed, each with words of its own (`page-film-…`). */
export type CameraTrouble = "insecure" | "unable" | "denied" | "none" | "busy";

/** What a camera's error means. */
export function cameraTrouble(error: unknown): CameraTrouble {
  switch (error instanceof Error ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "none";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    default:
      return "unable";
  }
}
