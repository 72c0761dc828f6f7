import cliProgress from "cli-progress";
import type { Stage } from "../pipeline/request.ts";

const DOING: Readonly<Record<Stage, string>> = {
  decode: "reading the photo",
  detect: "looking for faces",
  landmarks: "measuring the face",
  enhance: "making it clearer",
  rig: "making it movable",
  render: "drawing the frames",
  encode: "making the clip",
};

export interface Progress {
  /** `done` is 0..1 of the whole. */
  readonly update: (stage: Stage, done: number) => void;
  readonly stop: () => void;
}

/** A progress bar on a terminal; where the stream is none, nothing is written. */
export function startProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar({
    stream,
    format: "{bar} {percentage} %  {stage}",
    barsize: 30,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(100, 0, { stage: "" });
  return {
    update: (stage, done) => bar.update(Math.round(done * 100), { stage: DOING[stage] }),
    stop: () => bar.stop(),
  };
}
