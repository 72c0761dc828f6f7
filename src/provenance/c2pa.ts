import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as c2pa from "@contentauth/c2pa-wasm";

export type { WasmBuilder } from "@contentauth/c2pa-wasm";

/** Nothing is fetched, whatever a file asks for. */
export const OFFLINE = JSON.stringify({ verify: { remote_manifest_fetch: false, ocsp_fetch: false } });

let opening: Promise<typeof c2pa> | undefined;

/** The official library for signed metadata, started when first needed. It is WebAssembly, and decodes no pictures. */
export async function openC2pa(): Promise<typeof c2pa> {
  opening ??= start();
  return opening;
}

async function start(): Promise<typeof c2pa> {
  const file = fileURLToPath(import.meta.resolve("@contentauth/c2pa-wasm/c2pa.wasm"));
  await c2pa.default({ module_or_path: await readFile(file) });
  return c2pa;
}
