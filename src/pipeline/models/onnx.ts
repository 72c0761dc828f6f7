import { existsSync } from "node:fs";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { forbidTelemetry } from "../../environment.ts";
import { MODELS_FOLDER, readModel } from "./manifest.ts";
import type { OptionalModel } from "./optional.ts";

/** Values of one input or output: row-major, `shape` multiplies up to `data.length`. */
export interface Values {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/** A loaded model. Several runs may overlap. */
export interface Model {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(inputs: Readonly<Record<string, Values>>): Promise<Readonly<Record<string, Values>>>;
}

export interface ModelOptions {
  /** Threads within one operation; 2 without it. */
  readonly threads?: number;
  /** Whose models these are; without it the process's own, which stay until it ends. */
  readonly models?: Models;
  /** Stops what is done with models before their next run. */
  readonly signal?: AbortSignal;
}

const DEFAULT_THREADS = 2;

interface OpenedModel extends Model {
  release(): Promise<void>;
}

/** Models of `models/`, each loaded once per thread count when first asked for. */
export class Models {
  readonly #loaded = new Map<string, Promise<OpenedModel>>();

  /** How many have been loaded, or are being loaded. */
  get size(): number {
    return this.#loaded.size;
  }

  /** A failed load is forgotten, so that the next call tries again. Throws `ModelFileError` when the file is missing or altered. */
  async load(file: string, threads = DEFAULT_THREADS): Promise<Model> {
    if (!Number.isInteger(threads) || threads < 1)
      throw new RangeError(`threads: expected an integer from 1, got ${threads}`);
    const key = `${file}:${threads}`;
    const known = this.#loaded.get(key);
    if (known) return known;
    const loading = openModel(file, threads);
    this.#loaded.set(key, loading);
    loading.catch(() => this.#loaded.delete(key));
    return loading;
  }

  /** Gives back their memory. No run may be under way. */
  async close(): Promise<void> {
    const opened = await Promise.allSettled([...this.#loaded.values()]);
    this.#loaded.clear();
    await Promise.all(opened.flatMap((one) => (one.status === "fulfilled" ? [one.value.release()] : [])));
  }
}

/** For who uses a stage by itself. A pipeline has its own, and gives them back when it is closed. */
export const processModels = new Models();

/**
 * Loads a model of `models/`, or gives back the one that is loaded; as `Models.load`. Throws the reason of a signal that is set:
 * whoever has many runs to make asks for the model before each of them.
 */
export async function loadModel(
  file: string,
  { threads, models = processModels, signal }: ModelOptions = {},
): Promise<Model> {
  signal?.throwIfAborted();
  return models.load(file, threads);
}

/** As `loadModel` for a model that need not be there: null without its file. */
export async function loadOptionalModel({ file }: OptionalModel, options: ModelOptions = {}): Promise<Model | null> {
  return existsSync(join(MODELS_FOLDER, file)) ? loadModel(file, options) : null;
}

const openModel = async (file: string, threads: number): Promise<OpenedModel> =>
  modelOf(await readModel(file), threads);

/** A model from the bytes of its ONNX file. */
export async function modelOf(bytes: Uint8Array, threads: number): Promise<OpenedModel> {
  forbidTelemetry();
  const session = await InferenceSession.create(bytes, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    logSeverityLevel: 3,
    // Spinning threads win a fraction of a millisecond per run and cost whole cores while the renderer needs them.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  });
  const { inputNames, outputNames } = session;
  return {
    inputNames,
    outputNames,
    run: async (inputs) => runSession(session, inputs),
    release: async () => session.release(),
  };
}

async function runSession(
  session: InferenceSession,
  inputs: Readonly<Record<string, Values>>,
): Promise<Readonly<Record<string, Values>>> {
  const feeds: Record<string, Tensor> = {};
  for (const [name, { data, shape }] of Object.entries(inputs)) feeds[name] = new Tensor("float32", data, shape);
  const results = await session.run(feeds);
  const outputs: Record<string, Values> = {};
  for (const [name, tensor] of Object.entries(results)) {
    if (!(tensor.data instanceof Float32Array))
      throw new TypeError(`output ${name}: expected float32, got ${tensor.type}`);
    outputs[name] = { data: tensor.data, shape: tensor.dims };
  }
  return outputs;
}

/** The values called `name`, or an error that says what there was instead. */
export function outputOf(outputs: Readonly<Record<string, Values>>, name: string): Float32Array {
  const values = outputs[name];
  if (!values) throw new Error(`the model has no output ${name}, only ${Object.keys(outputs).join(", ")}`);
  return values.data;
}
