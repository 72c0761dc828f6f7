import { describe, expect, it } from "vitest";
import { ModelFileError } from "../../../../src/pipeline/models/manifest.ts";
import { loadModel, outputOf } from "../../../../src/pipeline/models/onnx.ts";

const SMALLEST = "face_detection_short_range.onnx";

describe("loadModel", () => {
  it("loads a model once, also for calls that overlap", async () => {
    const [first, second] = await Promise.all([loadModel(SMALLEST), loadModel(SMALLEST)]);
    expect(second).toBe(first);
    expect(await loadModel(SMALLEST, { threads: 2 })).toBe(first);
  });

  it("keeps models with other thread counts apart", async () => {
    expect(await loadModel(SMALLEST, { threads: 1 })).not.toBe(await loadModel(SMALLEST));
  });

  it("forgets a failed load", async () => {
    const failed = loadModel("missing.onnx");
    await expect(failed).rejects.toBeInstanceOf(ModelFileError);
    const again = loadModel("missing.onnx");
    expect(again).not.toBe(failed);
    await expect(again).rejects.toThrow(/missing\.onnx/);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses %s threads", async (threads) => {
    await expect(loadModel(SMALLEST, { threads })).rejects.toThrow(RangeError);
  });

  it("runs: a grey picture shows no face", async () => {
    const model = await loadModel(SMALLEST);
    const outputs = await model.run({ input: { data: new Float32Array(128 * 128 * 3), shape: [1, 128, 128, 3] } });
    expect(outputs["regressors"]?.shape).toEqual([1, 896, 16]);
    expect(Math.max(...outputOf(outputs, "classificators"))).toBeLessThan(0);
    expect(() => outputOf(outputs, "nothing")).toThrow(/no output nothing, only/);
  });
});
