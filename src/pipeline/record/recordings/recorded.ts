import type { RecordedMotion } from "../motion.ts";

/** A face's motion as another program has recorded it, in our channels and signs. */
export type Recorded = Pick<RecordedMotion, "fps" | "channels">;
