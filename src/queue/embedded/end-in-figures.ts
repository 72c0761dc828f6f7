import type { Job } from "../contract/job.ts";
import type { Answer } from "./ledger.ts";

/**
 * What the log tells of a clip, or of why there is none: neither person nor photo. `renderMs` as in `WorkDone`; an outcome `kept`
 * is a clip that was there already.
 */
export function endInFigures({ platform, createdAt }: Job, answer: Answer, at: number, renderMs: number | null) {
  const rendered = renderMs ?? 0;
  return {
    platform,
    outcome: answer.kind === "failed" ? answer.code : renderMs === null ? "kept" : "clip",
    seconds: seconds(rendered),
    waitSeconds: seconds(Math.max(0, at - createdAt - rendered)),
  };
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
