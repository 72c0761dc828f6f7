import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Deadline } from "./deadline.ts";
import type { Size } from "./limits.ts";
import { tiffHeader, tiffHeaderBytes } from "./tiff-header.ts";

interface Decoded {
  readonly buffer: Uint8Array;
  readonly channels: 3 | 4;
}

/**
 * The primary picture of a HEIC file as an uncompressed TIFF file: upright, as its turns and mirrors say, 8 bits a
 * channel, with its colour profile. sharp's own libheif reads the headers of HEIC but has no decoder for HEVC; this one
 * is loaded in a thread of its own, which lives for one picture and is ended when the deadline is over.
 *
 * `size` and `profile` are what the header says. Throws what the decoder failed with, and as the deadline does.
 */
export async function heicToTiff(
  bytes: Uint8Array,
  size: Size,
  profile: Uint8Array | undefined,
  deadline: Deadline,
): Promise<Uint8Array> {
  const headroom = tiffHeaderBytes(size, profile);
  const worker = new Worker(new URL("./heic-worker.js", import.meta.url), {
    workerData: { bytes, headroom, ...size },
    execArgv: [],
  });
  try {
    const [answer] = (await deadline.waitFor(once(worker, "message"))) as [Decoded | { readonly failure: string }];
    if ("failure" in answer) throw new Error(answer.failure);
    answer.buffer.set(tiffHeader(size, answer.channels, profile));
    return answer.buffer;
  } finally {
    await worker.terminate();
  }
}
