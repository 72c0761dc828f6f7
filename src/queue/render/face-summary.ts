import type { FaceSummary } from "../../store/store.ts";

/** A face without its mesh, which nobody outside the pipeline needs. */
export function summaryOf({ index, box, pose, openEyes, openMouth, obstacle }: FaceSummary): FaceSummary {
  return { index, box, pose, openEyes, openMouth, obstacle };
}
