// Decodes one HEIC picture with libheif in WebAssembly, in a thread that can be ended at any moment. It is plain
// JavaScript because a thread does not inherit a TypeScript loader.
import { parentPort, workerData } from "node:worker_threads";
import libheif from "libheif-js/wasm-bundle.js";

/**
 * The upright pixels of the primary picture, 8 bits a channel, interleaved, at the offset `headroom` of a new buffer.
 *
 * @param {{ bytes: Uint8Array, headroom: number, width: number, height: number }} file
 */
async function decode({ bytes, headroom, width, height }) {
  await libheif.ready;
  const context = libheif.heif_context_alloc();
  refuse(libheif.heif_context_read_from_memory(context, bytes));
  const picture = libheif.heif_js_context_get_primary_image_handle(context);
  refuse(picture);
  const channels = libheif.heif_image_handle_has_alpha_channel(picture) ? 4 : 3;
  const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } = libheif.heif_chroma;
  const { heif_colorspace_RGB } = libheif.heif_colorspace;
  const decoded = await libheif.heif_js_decode_image2(picture, heif_colorspace_RGB, channels === 3 ? rgb : rgba);
  refuse(decoded);
  const [plane] = decoded.channels;
  if (plane?.width !== width || plane.height !== height) throw new Error("The picture is not of the size it claims");
  const buffer = new Uint8Array(headroom + width * height * channels);
  for (let y = 0; y < height; y++) {
    const row = plane.data.subarray(y * plane.stride, y * plane.stride + width * channels);
    buffer.set(row, headroom + y * width * channels);
  }
  return { buffer, channels };
}

/** libheif answers with an error object where it has no result. */
function refuse(answer) {
  if (!answer) throw new Error("libheif has no answer");
  if (answer.code !== undefined && answer.code !== libheif.heif_error_code.heif_error_Ok) {
    throw new Error(`libheif: ${answer.message ?? "unknown error"}`);
  }
}

try {
  const { buffer, channels } = await decode(workerData);
  parentPort.postMessage({ buffer, channels }, [buffer.buffer]);
} catch (error) {
  parentPort.postMessage({ failure: error instanceof Error ? error.message : String(error) });
}
