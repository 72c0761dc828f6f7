import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { MODELS_FOLDER, readManifest } from "../pipeline/models/manifest.ts";
import { OPTIONAL_MODELS, type OptionalModel } from "../pipeline/models/optional.ts";
import type { CommandContext } from "./context.ts";
import { UsageError } from "./usage.ts";

export interface PullOptions {
  /** A file, or an http(s) address, other than the model's own. */
  readonly from?: string;
}

/** Lists the models that ship with Keepsake, and those that an operator may add. */
export async function listModels({ stdout }: CommandContext): Promise<void> {
  for (const { file, job, source } of (await readManifest()).models)
    stdout.write(`${file}: ${job}. ${source.licence}, from ${source.package} ${source.version}\n`);
  for (const { name, file, job, bytes } of OPTIONAL_MODELS) {
    const there = existsSync(join(MODELS_FOLDER, file)) ? "there" : `not there; keepsake models pull ${name}`;
    stdout.write(`${file}: ${job}. Optional, ${Math.round(bytes / 1e6)} MB: ${there}\n`);
  }
}

/** Shows an optional model's licence and fetches it. Throws `UsageError` for an unknown name and for what keeps it from being had. */
export async function pullModel(name: string, options: PullOptions, context: CommandContext): Promise<void> {
  const model = OPTIONAL_MODELS.find((one) => one.name === name);
  if (model === undefined)
    throw new UsageError(`There is no model ${name}, only ${OPTIONAL_MODELS.map((one) => one.name).join(", ")}.`);
  context.stdout.write(`${model.licence}\n`);
  const from = options.from ?? model.url;
  context.stdout.write(`Fetching ${Math.round(model.bytes / 1e6)} MB from ${from} …\n`);
  const path = await fetchModel(model, from, MODELS_FOLDER, context.signal);
  context.stdout.write(`${path} is in place, and used from the next start on. Delete the file to do without it.\n`);
}

/**
 * Puts a model's file into `folder`, whole and with the SHA-256 that is known, or not at all. Gives back its path.
 * Throws `UsageError` when it cannot be had or is another file.
 */
export async function fetchModel(
  model: OptionalModel,
  from: string,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const path = join(folder, model.file);
  const unfinished = `${path}.part`;
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(bytes > model.bytes ? new UsageError(`${from} is larger than the model that is known.`) : null, chunk);
    },
  });
  try {
    await pipeline(await open(from, signal), counted, createWriteStream(unfinished), { signal });
    const sha256 = hash.digest("hex");
    if (sha256 !== model.sha256)
      throw new UsageError(
        `${from} is another file than the one that is known: its SHA-256 is ${sha256}, not ${model.sha256}.`,
      );
    await rename(unfinished, path);
    return path;
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof UsageError || signal.aborted || !(error instanceof Error)) throw error;
    throw new UsageError(
      `${from} cannot be had: ${reasonOf(error)}. Fetch it by other means, and name your file with --from.`,
      { cause: error },
    );
  }
}

async function open(from: string, signal: AbortSignal): Promise<Readable> {
  if (!/^https?:\/\//.test(from)) return createReadStream(from);
  const response = await fetch(from, { signal });
  if (!response.ok || response.body === null) throw new Error(`the server answered ${response.status}`);
  return Readable.fromWeb(response.body);
}

/** `fetch` hides its reason in its cause. */
const reasonOf = (error: Error): string => (error.cause instanceof Error ? error.cause.message : error.message);
