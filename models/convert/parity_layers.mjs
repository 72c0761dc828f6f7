/**
 * Run the super-resolution network in TensorFlow.js itself, on the package's own files.
 *
 * usage: node parity_layers.mjs WORK   leaves WORK/reference_layers_*.f32: raw float32 answers to WORK/crops/small_*.png
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const [work] = process.argv.slice(2);
const load = createRequire(join(work, "node/"));
const tf = load("@tensorflow/tfjs");
const wasm = load("@tensorflow/tfjs-backend-wasm");
const sharp = load("sharp");
const folder = join(work, "packages/@upscalerjs+esrgan-thick@1.0.0/package/models/x4");

/** The package's own two layers, as its loader registers them. */
class MultiplyBeta extends tf.layers.Layer {
  static className = "MultiplyBeta";
  constructor({ beta, ...config }) {
    super(config);
    this.beta = beta;
  }
  call(inputs) {
    return tf.mul(Array.isArray(inputs) ? inputs[0] : inputs, this.beta);
  }
}
class PixelShuffle4x extends tf.layers.Layer {
  static className = "PixelShuffle4x";
  computeOutputShape([batch, height, width]) {
    return [batch, height && 4 * height, width && 4 * width, 3];
  }
  call(inputs) {
    return tf.depthToSpace(Array.isArray(inputs) ? inputs[0] : inputs, 4, "NHWC");
  }
}

const file = JSON.parse(readFileSync(join(folder, "model.json"), "utf8"));
const { paths } = file.weightsManifest[0];
const weights = Buffer.concat(paths.map((path) => readFileSync(join(folder, path))));
const handler = {
  load: async () => ({
    modelTopology: file.modelTopology,
    weightSpecs: file.weightsManifest.flatMap((group) => group.weights),
    weightData: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength),
  }),
};

wasm.setWasmPaths(`${dirname(load.resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm"))}/`);
await tf.setBackend("wasm");
tf.serialization.registerClass(MultiplyBeta);
tf.serialization.registerClass(PixelShuffle4x);
const model = await tf.loadLayersModel(handler);
for (const name of readdirSync(join(work, "crops")).filter((crop) => /^small_.*\.png$/.test(crop)).sort()) {
  const { data, info } = await sharp(join(work, "crops", name)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const input = tf.tensor4d(Float32Array.from(data, (value) => value / 255), [1, info.height, info.width, 3]);
  const answer = await model.predict(input).data();
  writeFileSync(join(work, name.replace(/^small_(.*)\.png$/, "reference_layers_$1.f32")), Buffer.from(answer.buffer));
}
