import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { cutSquare, type Frame, luma } from "./frame.ts";
import type { EyeSpot } from "./measures.ts";
import { packageFolder } from "./wasm.ts";

const SIZE = 24;
const EYE_WIDTHS = 1.6;

export interface EyeStateJudge {
  /** Probability (0..1) that the eye at a spot is closed. */
  closed(frame: Frame, eye: EyeSpot): Promise<number>;
}

let judge: Promise<EyeStateJudge> | undefined;

/** First judge of a blink: the eye-state network of `faceplugin-face-recognition-js`, once per process. */
export async function loadEyeStateJudge(): Promise<EyeStateJudge> {
  judge ??= load();
  return judge;
}

async function load(): Promise<EyeStateJudge> {
  const file = join(packageFolder("faceplugin-face-recognition-js"), "model/fr_eye.onnx");
  const session = await InferenceSession.create(file, { intraOpNumThreads: 1 });
  const [input] = session.inputNames;
  const [output] = session.outputNames;
  if (input === undefined || output === undefined) throw new Error("fr_eye.onnx has no input or output");
  return {
    async closed(frame, eye) {
      const square = { centre: eye.centre, side: eye.width * EYE_WIDTHS, roll: 0 };
      const grey = luma(cutSquare(frame, square, SIZE));
      const answer = await session.run({ [input]: new Tensor("float32", grey, [1, 1, SIZE, SIZE]) });
      const [closed = 0, open = 0] = answer[output]?.data as Float32Array;
      return 1 / (1 + Math.exp(open - closed));
    },
  };
}
