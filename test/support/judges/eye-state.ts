import { cutSquare, type Frame, luma } from "./frame.ts";
import { answerOf, loadJudgeModel } from "./judge-model.ts";
import type { EyeSpot } from "./measures.ts";

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
  const model = await loadJudgeModel("eye_state.onnx");
  return {
    async closed(frame, eye) {
      const square = { centre: eye.centre, side: eye.width * EYE_WIDTHS, roll: 0 };
      const grey = luma(cutSquare(frame, square, SIZE));
      const answers = await model.run({ input: { values: grey, shape: [1, 1, SIZE, SIZE] } });
      const [closed = 0, open = 0] = answerOf(answers, "output");
      return 1 / (1 + Math.exp(open - closed));
    },
  };
}
