import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as Tf from "@tensorflow/tfjs";
import type * as Wasm from "@tensorflow/tfjs-backend-wasm";

// CommonJS on purpose: face-api requires its own tfjs this way, and both must be the same instance.
const load = createRequire(import.meta.url);

export const tf = load("@tensorflow/tfjs") as typeof Tf;

/** Folder of an installed package. */
export function packageFolder(name: string): string {
  let folder = dirname(load.resolve(name));
  while (!folder.endsWith(name)) folder = dirname(folder);
  return folder;
}

export function requireModule(name: string): unknown {
  return load(name);
}

let ready: Promise<void> | undefined;

/** Starts TensorFlow.js on its WebAssembly backend, once per process; needs neither tfjs-node nor canvas. */
export async function startWasm(): Promise<void> {
  ready ??= (async () => {
    const wasm = load("@tensorflow/tfjs-backend-wasm") as typeof Wasm;
    wasm.setWasmPaths(join(packageFolder("@tensorflow/tfjs-backend-wasm"), "dist/"));
    if (!(await tf.setBackend("wasm"))) throw new Error("TensorFlow.js could not start its WebAssembly backend");
    await tf.ready();
  })();
  return ready;
}
