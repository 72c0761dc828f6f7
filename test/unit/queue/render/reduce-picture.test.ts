import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { expect, it } from "vitest";
import { reducePicture } from "../../../../src/queue/render/reduce-picture.ts";

it("makes of a picture over 20 MB one that the pipeline takes", async () => {
  const raw = { width: 3000, height: 2600, channels: 3 } as const;
  const large = await sharp(randomBytes(3000 * 2600 * 3), { raw })
    .png({ compressionLevel: 0 })
    .toBuffer();
  expect(large.length).toBeGreaterThan(20_000_000);
  const reduced = await reducePicture(large);
  expect(reduced.length).toBeLessThan(20_000_000);
  expect(await sharp(reduced).metadata()).toMatchObject({ format: "jpeg", width: 3000, height: 2600 });
});

it("says what is wrong with one that it cannot read", async () => {
  await expect(reducePicture(Buffer.alloc(30_000_000, "no picture"))).rejects.toMatchObject({ name: "UserError" });
});
