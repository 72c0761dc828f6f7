import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MODELS_FOLDER, ModelFileError, readManifest, readModel } from "../../../../src/pipeline/models/manifest.ts";

const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);

/** A manifest with one entry, for `bytes` unless told otherwise. */
function manifestOf(file: string, sha256 = createHash("sha256").update(bytes).digest("hex")): string {
  const source = { package: "some-package", version: "1.0.0", path: "some.tflite", licence: "MIT" };
  const parity = { runtime: "its own", on: "nothing", largestDifference: {} };
  const model = { file, sha256, bytes: bytes.length, job: "none", source, inputs: [], outputs: [], parity };
  return JSON.stringify({ models: [model] });
}

describe("readModel", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "keepsake-models-"));
    await writeFile(join(folder, "good.onnx"), bytes);
  });
  afterAll(async () => rm(folder, { recursive: true }));

  it("reads a file that the manifest knows", async () => {
    await writeFile(join(folder, "manifest.json"), manifestOf("good.onnx"));
    expect(new Uint8Array(await readModel("good.onnx", folder))).toEqual(bytes);
  });

  it("names a missing file", async () => {
    await writeFile(join(folder, "manifest.json"), manifestOf("gone.onnx"));
    await expect(readModel("gone.onnx", folder)).rejects.toThrow(/models\/gone\.onnx cannot be read.*docs\/models\.md/);
    await expect(readModel("gone.onnx", folder)).rejects.toBeInstanceOf(ModelFileError);
  });

  it("names an altered file", async () => {
    await writeFile(join(folder, "manifest.json"), manifestOf("good.onnx", "0".repeat(64)));
    await expect(readModel("good.onnx", folder)).rejects.toThrow(/models\/good\.onnx has been altered/);
  });

  it("takes an optional model's file for that model only if it is", async () => {
    await writeFile(join(folder, "manifest.json"), manifestOf("good.onnx"));
    await writeFile(join(folder, "gfpgan.onnx"), bytes);
    await expect(readModel("gfpgan.onnx", folder)).rejects.toThrow(/models\/gfpgan\.onnx has been altered/);
  });

  it("refuses a file that the manifest does not list, whatever it holds", async () => {
    await writeFile(join(folder, "manifest.json"), manifestOf("other.onnx"));
    await expect(readModel("good.onnx", folder)).rejects.toThrow(/models\/good\.onnx is not listed/);
  });

  it("says when the manifest itself is broken", async () => {
    await writeFile(join(folder, "manifest.json"), "{");
    await expect(readModel("good.onnx", folder)).rejects.toThrow(/models\/manifest\.json is not a manifest/);
  });
});

describe.each([
  ["the project's models", MODELS_FOLDER],
  ["the models that judge", join(MODELS_FOLDER, "judges")],
])("%s", (_, folder) => {
  it("are all there, unaltered, and small", async () => {
    const { models } = await readManifest(folder);
    const sizes = await Promise.all(models.map(async ({ file }) => (await readModel(file, folder)).length));
    expect(sizes).toEqual(models.map((model) => model.bytes));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25_000_000);
  });

  it("say where they come from and how near to their originals they are", async () => {
    for (const { source, inputs, outputs, parity } of (await readManifest(folder)).models) {
      expect(source.version).toMatch(/^\d+\.\d+\./);
      expect(source.licence).not.toBe("");
      expect(inputs.length).toBeGreaterThan(0);
      expect(outputs.length).toBeGreaterThan(0);
      const differences = Object.values(parity.largestDifference);
      expect(differences.length).toBeGreaterThan(0);
      for (const difference of differences) expect(difference).toBeLessThan(0.01);
    }
  });
});
