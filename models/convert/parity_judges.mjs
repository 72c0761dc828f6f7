/**
 * Run the networks that judge in TensorFlow.js itself, as their packages do.
 *
 * usage: node parity_judges.mjs WORK   leaves WORK/reference_judges.json: by file, what each crop is answered
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const [work] = process.argv.slice(2);
const load = createRequire(join(work, "node/"));
const tf = load("@tensorflow/tfjs");
const wasm = load("@tensorflow/tfjs-backend-wasm");
const sharp = load("sharp");
wasm.setWasmPaths(`${dirname(load.resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm"))}/`);
await tf.setBackend("wasm");
const { nets } = load("@vladmandic/face-api/dist/face-api.node-wasm.js");

const packageFile = (name, path) => join(work, "packages", name.replace("/", "+"), "package", path);

async function crops(kind) {
  const names = readdirSync(join(work, "crops")).filter((crop) => crop.startsWith(`${kind}_`));
  return Promise.all(
    names.sort().map(async (name) => {
      const { data, info } = await sharp(join(work, "crops", name)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      return tf.tensor3d(Uint8Array.from(data), [info.height, info.width, 3], "int32");
    }),
  );
}

/** What one of face-api's networks answers. */
async function faceApi(net, kind, ask) {
  await net.loadFromDisk(packageFile("@vladmandic/face-api@1.7.15", "model"));
  const answers = [];
  for (const crop of await crops(kind)) answers.push(await ask(net, crop));
  return answers;
}

const values = async (net, crop) => Array.from((await net.forward(crop)).dataSync());

/** Top, left, bottom, right in sides of the crop, then the score, for each face. */
async function faces(net, crop) {
  const found = await net.locateFaces(crop, { minConfidence: 0.4 });
  return found.flatMap(({ relativeBox: { top, left, bottom, right }, score }) => [top, left, bottom, right, score]);
}

/** What the output of a graph model with so many values answers. */
async function graph(name, kind, count) {
  const file = packageFile("@vladmandic/human@3.3.6", `models/${name}.json`);
  const { modelTopology, weightsManifest } = JSON.parse(readFileSync(file, "utf8"));
  const parts = weightsManifest.flatMap(({ paths }) => paths).map((path) => readFileSync(join(dirname(file), path)));
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  const weightData = new Uint8Array(Buffer.concat(parts)).buffer;
  const model = await tf.loadGraphModel({ load: async () => ({ modelTopology, weightSpecs, weightData }) });
  return (await crops(kind)).map((crop) => {
    const answers = [model.execute(tf.expandDims(tf.div(crop, 255)))].flat().map((tensor) => tensor.dataSync());
    return Array.from(answers.find(({ length }) => length === count));
  });
}

const reference = {
  "face_detector.onnx": await faceApi(nets.ssdMobilenetv1, "wide", faces),
  "face_landmarks.onnx": await faceApi(nets.faceLandmark68Net, "mesh", values),
  "face_identity.onnx": await faceApi(nets.faceRecognitionNet, "mesh", values),
  "face_expression.onnx": await faceApi(nets.faceExpressionNet, "mesh", values),
  "face_mesh.onnx": await graph("facemesh", "mesh", 468 * 3),
  "iris.onnx": await graph("iris", "middle", 76 * 3),
};
writeFileSync(join(work, "reference_judges.json"), JSON.stringify(reference));
