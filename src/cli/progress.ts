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
  /** `done` is 0..1 of the photo that is being worked on. */
  readonly update: (stage: Stage, done: number) => void;
  /** The photo is done with, whatever came of it. */
  readonly next: () => void;
  /** Prints something for good; the bar goes on below it. */
  readonly print: (write: () => void) => void;
  readonly stop: () => void;
}

/** One progress bar for some photos on a terminal; where the stream is none, no bar is drawn. */
export function startProgress(stream: NodeJS.WriteStream, photos = 1): Progress {
  if (!stream.isTTY) return NO_PROGRESS;
  const bar = new cliProgress.SingleBar({
    stream,
    format: "{bar} {percentage} %  {stage}",
    barsize: 30,
    clearOnComplete: true,
    hideCursor: true,
  });
  let [done, percent, stage] = [0, 0, ""];
  const start = (): void => bar.start(100, percent, { stage });
  start();
  return {
    update: (doing, part) => {
      percent = Math.round((100 * (done + part)) / photos);
      stage = photos === 1 ? DOING[doing] : `photo ${done + 1} of ${photos}: ${DOING[doing]}`;
      bar.update(percent, { stage });
    },
    next: () => {
      done++;
    },
    print: (write) => {
      bar.stop();
      write();
      start();
    },
    stop: () => bar.stop(),
  };
}

/** For those who asked for quiet, and for pipes. */
export const NO_PROGRESS: Progress = {
  update: () => undefined,
  next: () => undefined,
  print: (write) => write(),
  stop: () => undefined,
};
