import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";

const FOLDER = join(import.meta.dirname, "../../../models/judges");

/** Row-major values; `shape` multiplies up to their number. */
export interface Input {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/** A network that judges. Several runs may overlap. */
export interface JudgeModel {
  /** What each output holds, by its name. */
  run(inputs: Readonly<Record<string, Input>>): Promise<Readonly<Record<string, Float32Array>>>;
}

/** Loads a network of `models/judges`, by nothing of the pipeline's. Throws when there is none. */
export async function loadJudgeModel(file: string): Promise<JudgeModel> {
  // One thread: judges look on while the pipeline draws, and test files run side by side.
  const session = await InferenceSession.create(join(FOLDER, file), { intraOpNumThreads: 1, logSeverityLevel: 3 });
  return {
    async run(inputs) {
      const feeds = Object.entries(inputs).map(
        ([name, { values, shape }]) => [name, new Tensor("float32", values, shape)] as const,
      );
      const answers = await session.run(Object.fromEntries(feeds));
      return Object.fromEntries(session.outputNames.map((name) => [name, answers[name]?.data as Float32Array]));
    },
  };
}

/** The output called `name`. Throws where there is none. */
export function answerOf(answers: Readonly<Record<string, Float32Array>>, name: string): Float32Array {
  const values = answers[name];
  if (values === undefined) throw new Error(`the judge has no output ${name}, only ${Object.keys(answers).join(", ")}`);
  return values;
}
