import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodePhoto } from "../../../../src/pipeline/photo/decode.ts";
import { userErrorOf } from "../../../support/errors.ts";
import { difference, fourQuarters } from "../../../support/pictures.ts";
import { claiming } from "./nasty.ts";

/** `fourQuarters(64, 48)` as HEIC: as it is, turned by a camera (in the file's own way and in EXIF), in Display P3. */
const read = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
const picture = fourQuarters(64, 48);

describe("HEIC", () => {
  it.each(["quarters.heic", "quarters-turned.heic", "quarters-p3.heic"])(
    "%s is read upright and in its colours",
    async (name) => {
      const photo = await decodePhoto(read(name));
      expect(photo.damaged).toBe(false);
      expect(difference(photo, picture)).toBeLessThan(3);
    },
  );

  it("that claims more than 32 megapixels is refused by its header", async () => {
    const error = await userErrorOf(decodePhoto(claiming(read("quarters.heic"), 8000, 6000)));
    expect(error).toMatchObject({ code: "tooManyPixels", params: { megapixels: 48, limit: 32 } });
  });

  it("that claims another size than it has is damaged", async () => {
    const error = await userErrorOf(decodePhoto(claiming(read("quarters.heic"), 4000, 4000)));
    expect(error.code).toBe("damaged");
  });

  it("cut in the middle is damaged, and the error tells why", async () => {
    const file = read("quarters.heic");
    const error = await userErrorOf(decodePhoto(file.subarray(0, file.length * 0.9)));
    expect(error.code).toBe("damaged");
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("whose decoding takes too long is given up, and not called damaged", async () => {
    const error = await userErrorOf(decodePhoto(read("quarters.heic"), { timeUp: AbortSignal.abort() }));
    expect(error.code).toBe("tooSlowToRead");
  });
});
