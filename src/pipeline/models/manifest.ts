import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { OPTIONAL_MODELS } from "./optional.ts";

const tensorSchema = z.object({
  name: z.string(),
  shape: z.array(z.union([z.number(), z.string()])),
  what: z.string(),
});

const manifestSchema = z.object({
  models: z.array(
    z.object({
      file: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.number().int().positive(),
      job: z.string(),
      source: z.object({
        package: z.string(),
        version: z.string(),
        path: z.string(),
        licence: z.string(),
        /** First and one after the last byte, where the original is part of a larger file. */
        bytes: z.tuple([z.number(), z.number()]).optional(),
      }),
      inputs: z.array(tensorSchema),
      outputs: z.array(tensorSchema),
      /** Largest differences between this file and the original in its own runtime, and on what they were measured. */
      parity: z.object({
        runtime: z.string(),
        on: z.string(),
        largestDifference: z.record(z.string(), z.number()),
        /** The same after the weights were written in fewer bits. */
        quantised: z.record(z.string(), z.number()).optional(),
      }),
    }),
  ),
});

export type ModelManifest = z.infer<typeof manifestSchema>;

/** Folder of the model files and their manifest. */
export const MODELS_FOLDER = join(import.meta.dirname, "../../../models");

/** A model file is missing, altered or not listed: the checkout is broken, not the photo. The message names the file. */
export class ModelFileError extends Error {
  override readonly name = "ModelFileError";
  constructor(
    readonly file: string,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(
      `model file models/${file} ${problem}; restore it with "git checkout models", rebuild it or pull it, see docs/models.md`,
      options,
    );
  }
}

/** Reads and checks `manifest.json` in `folder`. */
export async function readManifest(folder = MODELS_FOLDER): Promise<ModelManifest> {
  const text = await readModelFile(folder, "manifest.json");
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(text)));
  } catch (cause) {
    throw new ModelFileError("manifest.json", "is not a manifest of models", { cause });
  }
}

/**
 * Bytes of one model, checked against the SHA-256 of the manifest or, for an optional one, its own.
 * Throws `ModelFileError` when the file is missing, altered or not known.
 */
export async function readModel(file: string, folder = MODELS_FOLDER): Promise<Uint8Array> {
  const manifest = await readManifest(folder);
  const entry = [...manifest.models, ...OPTIONAL_MODELS].find((model) => model.file === file);
  if (!entry) throw new ModelFileError(file, "is not listed in models/manifest.json");
  const bytes = await readModelFile(folder, file);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== entry.sha256) {
    throw new ModelFileError(
      file,
      `has been altered (SHA-256 ${sha256.slice(0, 12)}…, expected ${entry.sha256.slice(0, 12)}…)`,
    );
  }
  return bytes;
}

async function readModelFile(folder: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, file));
  } catch (cause) {
    throw new ModelFileError(file, "cannot be read", { cause });
  }
}
