import { describe, expect, it } from "vitest";
import type { SignOptions } from "../../../../src/provenance/sign.ts";
import type { ReelOptions, RenderRequest, Studio } from "../../../../src/queue/contract/studio.ts";
import { markedStudio } from "../../../../src/queue/render/marked-studio.ts";

const CLIP = { mp4: Buffer.from("clip"), width: 2, height: 2, fps: 25 };
const limits: unknown[] = [];
/** A studio as far as these tests ask it. */
const studio = {
  render: async ({ maxBytes, markCorner }: RenderRequest) => {
    limits.push([maxBytes, markCorner]);
    return Promise.resolve({ changes: ["enlarged"], clip: CLIP });
  },
  convert: async (_: unknown, { format }: { format: string }) =>
    Promise.resolve({ ...CLIP, format, bytes: Buffer.from(format) }),
  reel: async (_: unknown, { markCorner }: ReelOptions) => {
    limits.push(markCorner);
    return Promise.resolve(CLIP);
  },
} as unknown as Studio;

function signing(sign: (file: Uint8Array, options: SignOptions) => Promise<Uint8Array>) {
  const noted = { unsigned: 0, warnings: 0 };
  const signed = markedStudio(studio, {
    signer: { sign },
    markCorner: "bottom-left",
    log: { warn: () => noted.warnings++ },
    onUnsigned: () => noted.unsigned++,
  });
  return { signed, noted };
}

describe("a studio that signs", () => {
  it("says of each clip what happened, and leaves room for that within its limit", async () => {
    const asked: SignOptions[] = [];
    const { signed } = signing(async (_, options) => {
      asked.push(options);
      return Promise.resolve(Buffer.from("signed"));
    });
    const { clip } = await signed.render({ photo: new Uint8Array(0), maxBytes: 1e6 }, {});
    expect(Buffer.from(clip.mp4).toString()).toBe("signed");
    expect(limits.at(-1)).toEqual([1e6 - 8192, "bottom-left"]);
    await signed.reel([], {});
    expect(limits.at(-1)).toBe("bottom-left");
    for (const format of ["webp", "webm"] as const) await signed.convert(CLIP, { format });
    expect(asked).toEqual([
      { type: "video/mp4", making: { kind: "clip", changes: ["enlarged"] } },
      { type: "video/mp4", making: { kind: "reel", parts: [] } },
      { type: "image/webp", making: { kind: "conversion", of: CLIP.mp4 } },
    ]);
  });

  it("keeps no clip from anybody that cannot be signed, and counts it", async () => {
    const { signed, noted } = signing(async () => Promise.reject(new Error("no")));
    const { clip } = await signed.render({ photo: new Uint8Array(0) }, {});
    expect(Buffer.from(clip.mp4).toString()).toBe("clip");
    expect(Buffer.from((await signed.convert(CLIP, { format: "gif" })).bytes).toString()).toBe("gif");
    expect(noted).toEqual({ unsigned: 2, warnings: 2 });
  });
});
